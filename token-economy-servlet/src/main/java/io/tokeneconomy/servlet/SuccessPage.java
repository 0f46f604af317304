package io.tokeneconomy.servlet;

import io.tokeneconomy.checkout.Confirmation;
import io.tokeneconomy.checkout.Confirmation.Status;
import io.tokeneconomy.ledger.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/**
 * {@code /tokens/success?session_id=…}: asks the provider and tells the truth, which is not always success. Confirming
 * on a GET is safe: it credits what was paid, once, however often the page is loaded.
 */
final class SuccessPage implements Endpoint {

    private static final Template WAIT = Template.load("wait");
    private static final Template DONE = Template.load("done");

    private final Users users;
    private final Purchases purchases;

    SuccessPage(Users users, Purchases purchases) {
        this.users = users;
        this.purchases = purchases;
    }

    @Override
    public Reply answer(HttpServletRequest request, HttpServletResponse response) {
        AccountId account = users.require(request);
        String sessionId = Query.single(request, "session_id").orElse("");
        Confirmation confirmation = purchases.confirm(account, sessionId);
        int status = confirmation.status() == Status.UNKNOWN ? 404 : 200;
        return PageFrame.page(status, account.value(), "Your purchase", content(account, sessionId, confirmation));
    }

    private Html content(AccountId account, String sessionId, Confirmation confirmation) {
        return switch (confirmation.status()) {
            case CREDITED, ALREADY_DONE -> credited(account, confirmation);
            case PENDING ->
                PageFrame.message(
                        "Your payment is on its way",
                        "Your tokens follow if the payment goes through. This page looks again by itself.",
                        WAIT.with(Map.of("session", sessionId)));
            case OPEN -> plain("This checkout is not finished", "You have not paid yet, so there are no tokens yet.");
            case EXPIRED -> plain("This checkout ran out of time", "Nothing was bought. You can start again.");
            case FAILED -> plain("The payment failed", "Nothing was bought. You can try again, or pay another way.");
            case PARKED ->
                plain(
                        "We are looking into your payment",
                        "It arrived, but not as ordered. Somebody will look at it; please do not pay again.");
            case UNKNOWN -> plain("We do not know this checkout", "It does not exist, or another user began it.");
        };
    }

    private Html credited(AccountId account, Confirmation confirmation) {
        String tokens = confirmation
                .order()
                .map(o -> PageFrame.number(o.item().tokens()))
                .orElse("Your");
        return PageFrame.message(
                "Thank you!",
                tokens + " tokens were added. Your balance is " + PageFrame.number(purchases.balance(account))
                        + " tokens.",
                DONE.with(Map.of()));
    }

    private static Html plain(String title, String text) {
        return PageFrame.message(title, text, Html.NOTHING);
    }
}
