package io.tokeneconomy.servlet;

import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.ledger.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/** {@code /tokens/buy}: the packages, each with a button. */
final class BuyPage implements Endpoint {

    private static final Template BUY = Template.load("buy");

    private final Users users;
    private final Catalog catalog;

    BuyPage(Users users, Catalog catalog) {
        this.users = users;
        this.catalog = catalog;
    }

    @Override
    public Reply answer(HttpServletRequest request, HttpServletResponse response) {
        AccountId account = users.require(request);
        Html offers =
                Html.join(catalog.packages().stream().map(PageFrame::offer).toList());
        return PageFrame.page(200, account.value(), "Buy tokens", BUY.with(Map.of("offers", offers)));
    }
}
