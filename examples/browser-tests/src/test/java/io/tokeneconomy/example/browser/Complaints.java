package io.tokeneconomy.example.browser;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a browser's console says is wrong with the pages: errors, warnings, refused content. */
final class Complaints {

    private final List<String> heard = new CopyOnWriteArrayList<>();

    static Complaints of(Page page) {
        Complaints complaints = new Complaints();
        page.onConsoleMessage(complaints::hear);
        page.onPageError(error -> complaints.heard.add("uncaught: " + error));
        page.onRequestFailed(request -> complaints.heard.add(request.failure() + " at " + request.url()));
        return complaints;
    }

    private void hear(ConsoleMessage message) {
        if (message.type().equals("error") || message.type().equals("warning")) {
            heard.add(message.text() + " at " + message.location());
        }
    }

    /** {@return all since the last call} */
    List<String> take() {
        List<String> all = List.copyOf(heard);
        heard.clear();
        return all;
    }
}
