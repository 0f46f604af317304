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
    private final SignedInForm form;
    private final Purchases purchases;

    BuyForm(PageKit kit, SignedInForm form, Purchases purchases) {
        this.kit = kit;
        this.form = form;
        this.purchases = purchases;
    }

    @Override
    public Reply answer(HttpServletRequest request, HttpServletResponse response) {
        AccountId account = form.sender(request, response);
        String url = purchases
                .startHosted(account, request, response)
                .url()
                .orElseThrow(() -> new ProblemException(ProblemCode.RETRY_LATER, "The payment page is not there."));
        View view = kit.view(request, Optional.of(account));
        Html content = view.fill(LEAVE, Map.of("url", url));
        return view.page(200, view.text("leave.title"), content).header("Refresh", "0; url=" + url);
    }
}
