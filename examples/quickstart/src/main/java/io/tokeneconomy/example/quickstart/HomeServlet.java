package io.tokeneconomy.example.quickstart;

import io.tokeneconomy.ledger.AccountId;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** {@code GET /}: the demo's page, and its files. Everything else does not exist. */
final class HomeServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String HTML = "text/html;charset=utf-8";
    private static final String SCRIPT = "text/javascript;charset=utf-8";
    private static final Map<String, String> FILES =
            Map.of("/demo/home.css", "text/css;charset=utf-8", "/demo/home.js", SCRIPT, "/demo/picture.js", SCRIPT);

    private final transient DemoSessions sessions;
    private final String signedIn = resource("signed-in.html");
    private final String signedOut = resource("signed-out.html");

    HomeServlet(DemoSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        if (path.equals("/")) {
            Answers.send(response, 200, HTML, bytes(home(sessions.resolve(request))));
        } else if (FILES.containsKey(path)) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            Answers.send(response, 200, String.valueOf(FILES.get(path)), bytes(resource(name)));
        } else {
            Answers.problem(response, 404, "not_found", "There is no such page", "");
        }
    }

    /** A demo user's name has no character that means anything in HTML. */
    private String home(Optional<AccountId> user) {
        return user.map(account -> signedIn.replace("{user}", account.value())).orElse(signedOut);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(HomeServlet.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
