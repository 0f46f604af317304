package io.tokeneconomy.servlet;

import io.tokeneconomy.ledger.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;

/**
 * {@code POST /tokens/buy}: the forms of the packages, for browsers without script. Answers with a page that leads on to
 * the payment page: browsers hold redirects of a form against {@code form-action} of the page it stood on, which allows
 * no other site.
 */
final class BuyForm implements Endpoint {

    private static final Template LEAVE = Template.load("leave");

    private final PageKit kit;
    private final Users users;
    private final CsrfProtection csrf;
    private final Purchases purchases;

    BuyForm(PageKit kit, Users users, CsrfProtection csrf, Purchases purchases) {
        this.kit = kit;
        this.users = users;
        this.csrf = csrf;
        this.purchases = purchases;
    }

    @Override
    public Reply answer(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader("Vary", OriginGate.HEADERS);
        if (!csrf.sameOrigin(request)) {
            throw new ProblemException(CsrfProtection.problem(CsrfVerdict.ORIGIN_REFUSED));
        }
        AccountId account = users.require(request);
        purchases.requireShort(request);
        Optional<String> token = Query.single(request, CsrfProtection.FIELD);
        if (!csrf.accepts(Optional.of(account), token.orElse(null), request)) {
            throw new ProblemException(CsrfProtection.problem(CsrfVerdict.TOKEN_INVALID));
        }
        String url = purchases
                .startHosted(account, Query.single(request, "package").orElse(""))
                .url()
                .orElseThrow(() -> new ProblemException(ProblemCode.RETRY_LATER, "The payment page is not there."));
        View view = kit.view(request, Optional.of(account));
        Html content = view.fill(LEAVE, Map.of("url", url));
        return view.page(200, view.text("leave.title"), content).header("Refresh", "0; url=" + url);
    }
}
