package io.tokeneconomy.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;

/** {@code /tokens/history}: the statement. */
final class HistoryPage implements Endpoint {

    private static final Template HISTORY = Template.load("history");

    private final PageKit kit;
    private final Users users;

    HistoryPage(PageKit kit, Users users) {
        this.kit = kit;
        this.users = users;
    }

    @Override
    public Reply answer(HttpServletRequest request, HttpServletResponse response) {
        View view = kit.view(request, Optional.of(users.require(request)));
        Html content = view.fill(HISTORY, Map.of("buy", view.link(Page.BUY)));
        return view.page(200, view.text("history.title"), content, "token-balance.js", "token-history.js");
    }
}
