package io.tokeneconomy.servlet;

import io.tokeneconomy.ledger.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** {@code POST /tokens/top-up}: the buyer ends that packages are bought by themselves. */
final class TopUpForm implements Endpoint {

    private final PageKit kit;
    private final SignedInForm form;

    TopUpForm(PageKit kit, SignedInForm form) {
        this.kit = kit;
        this.form = form;
    }

    @Override
    public Reply answer(HttpServletRequest request, HttpServletResponse response) {
        AccountId account = form.sender(request, response);
        kit.economy().topUps().disable(account);
        View view = kit.view(request, Optional.of(account));
        Page back = kit.paths().has(Page.HISTORY) ? Page.HISTORY : Page.BUY;
        return Reply.empty(303).header("Location", view.link(back));
    }
}
