package io.tokeneconomy.servlet;

import io.tokeneconomy.ledger.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;

/** {@code /tokens/history}: the statement. */
final class HistoryPage implements Endpoint {

    private static final Template HISTORY = Template.load("history");

    private final PageKit kit;
    private final Users users;
    private final TopUpPanel topUp;

    HistoryPage(PageKit kit, Users users, TopUpPanel topUp) {
        this.kit = kit;
        this.users = users;
        this.topUp = topUp;
    }

    @Override
    public Reply answer(HttpServletRequest request, HttpServletResponse response) {
        AccountId account = users.require(request);
        View view = kit.view(request, Optional.of(account));
        Html content = view.fill(
                HISTORY, Map.of("buy", view.link(Page.BUY), "topup", topUp.of(view, account, request, response)));
        return view.page(200, view.text("history.title"), content, "token-balance.js", "token-history.js");
    }
}
