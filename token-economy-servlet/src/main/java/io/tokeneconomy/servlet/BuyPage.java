package io.tokeneconomy.servlet;

import io.tokeneconomy.ledger.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;

/** {@code GET /tokens/buy}: the packages, each with a button. */
final class BuyPage implements Endpoint {

    private static final Template BUY = Template.load("buy");

    private final PageKit kit;
    private final Users users;
    private final CsrfProtection csrf;
    private final TopUpPanel topUp;

    BuyPage(PageKit kit, Users users, CsrfProtection csrf, TopUpPanel topUp) {
        this.kit = kit;
        this.users = users;
        this.csrf = csrf;
        this.topUp = topUp;
    }

    @Override
    public Reply answer(HttpServletRequest request, HttpServletResponse response) {
        AccountId account = users.require(request);
        Optional<AccountId> user = Optional.of(account);
        View view = kit.view(request, user);
        Html packages =
                Offers.of(view, kit.economy().catalog().packages(), csrf.issuedForForm(user, request, response));
        return view.page(
                200,
                view.text("buy.title"),
                view.fill(BUY, Map.of("packages", packages, "topup", topUp.of(view, account, request, response))),
                "token-balance.js",
                "token-packages.js");
    }
}
