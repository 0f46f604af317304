package io.tokeneconomy.servlet;

import io.tokeneconomy.checkout.Confirmation;
import io.tokeneconomy.checkout.Confirmation.Status;
import io.tokeneconomy.ledger.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /tokens/success?session_id=…}: asks the provider and tells the truth, which is not always success. Confirming
 * on a GET is safe: it credits what was paid, once, however often the page is loaded.
 */
final class SuccessPage implements Endpoint {

    private static final Template SUCCESS = Template.load("success");
    private static final Template STATUS = Template.load("status");
    private static final Template FIGURES = Template.load("figures");

    private static final Template TOP_UP = Template.load("topup-done");

    private final PageKit kit;
    private final Users users;
    private final Purchases purchases;

    SuccessPage(PageKit kit, Users users, Purchases purchases) {
        this.kit = kit;
        this.users = users;
        this.purchases = purchases;
    }

    @Override
    public Reply answer(HttpServletRequest request, HttpServletResponse response) {
        AccountId account = users.require(request);
        String sessionId = Query.single(request, "session_id").orElse("");
        Confirmation confirmation = purchases.confirm(account, sessionId);
        View view = kit.view(request, Optional.of(account));
        String title = view.text("status.title");
        if (confirmation.status() == Status.UNKNOWN) {
            String text = view.text("status.UNKNOWN.text");
            return view.page(
                    404,
                    title,
                    ProblemPage.message(view, view.text("status.UNKNOWN.title"), text, Actions.packages(view)));
        }
        boolean topUp = purchases.takeUpTopUp(account, sessionId, confirmation, request, response);
        Html content = content(view, account, sessionId, confirmation, topUp);
        return view.page(200, title, content, "pages.js", "token-balance.js", "token-checkout-status.js");
    }

    private Html content(View view, AccountId account, String sessionId, Confirmation confirmation, boolean topUp) {
        return view.fill(
                SUCCESS,
                Map.of(
                        "session", sessionId,
                        "result", confirmation.status().name(),
                        "style", view.style(),
                        "dir", view.language.direction(),
                        "status", status(view, account, confirmation, topUp),
                        "actions", Actions.after(view, confirmation.status())));
    }

    private Html status(View view, AccountId account, Confirmation confirmation, boolean topUp) {
        Status status = confirmation.status() == Status.ALREADY_DONE ? Status.CREDITED : confirmation.status();
        return view.fill(
                STATUS,
                Map.of(
                        "kind", kind(status),
                        "title", view.text("status." + status + ".title"),
                        "text", view.text("status." + status + ".text"),
                        "figures", status == Status.CREDITED ? figures(view, account, confirmation) : Html.NOTHING,
                        "topup", topUp ? view.fill(TOP_UP, Map.of()) : Html.NOTHING));
    }

    private static String kind(Status status) {
        return switch (status) {
            case CREDITED, ALREADY_DONE -> "good";
            case PENDING -> "waiting";
            case PARKED -> "careful";
            case OPEN, EXPIRED, FAILED, UNKNOWN -> "bad";
        };
    }

    private Html figures(View view, AccountId account, Confirmation confirmation) {
        long added = confirmation.order().map(order -> order.item().tokens()).orElse(0L);
        return view.fill(
                FIGURES,
                Map.of(
                        "added", view.language.tokens(added),
                        "balance", view.language.tokens(purchases.balance(account))));
    }
}
