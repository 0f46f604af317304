package io.tokeneconomy.servlet;

import io.tokeneconomy.catalog.TokenPackage;
import io.tokeneconomy.ledger.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /tokens/cancel?package=…}: the buyer turned back. Nobody need be signed in to read that. */
final class CancelPage implements Endpoint {

    private static final Template CANCEL = Template.load("cancel");
    private static final Template AGAIN = Template.load("again");

    private final PageKit kit;
    private final Users users;
    private final CsrfProtection csrf;

    CancelPage(PageKit kit, Users users, CsrfProtection csrf) {
        this.kit = kit;
        this.users = users;
        this.csrf = csrf;
    }

    @Override
    public Reply answer(HttpServletRequest request, HttpServletResponse response) {
        Optional<AccountId> user = users.known(request);
        View view = kit.view(request, user);
        Html again = Query.single(request, "package")
                .flatMap(kit.economy().catalog()::find)
                .map(left -> again(view, left, csrf.issuedForForm(user, request, response)))
                .orElse(Html.NOTHING);
        Html content = view.fill(CANCEL, Map.of("again", again, "packages", view.link(Page.BUY)));
        return view.page(200, view.text("cancel.title"), content, "token-balance.js", "token-packages.js");
    }

    private static Html again(View view, TokenPackage left, HostCsrf.Token token) {
        return view.fill(AGAIN, Map.of("offer", Offers.of(view, List.of(left), token)));
    }
}
