package io.tokeneconomy.servlet;

import com.google.gson.JsonObject;
import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.catalog.UnknownPackageException;
import io.tokeneconomy.checkout.Confirmation;
import io.tokeneconomy.checkout.Confirmation.Status;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.payment.CheckoutSession;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/** Starting and confirming a checkout, for the endpoints and for the success page. */
final class Purchases {

    private static final Pattern SESSION_ID = Pattern.compile("cs_[A-Za-z0-9_]{1,180}");

    private final TokenEconomy economy;
    private final JsonBody body;

    Purchases(TokenEconomy economy, JsonBody body) {
        this.economy = economy;
        this.body = body;
    }

    /** {@code POST /api/tokens/create-checkout-session} */
    Reply start(AccountId account, HttpServletRequest request) {
        String packageId = body.onlyText(request, "package");
        CheckoutSession session = start(account, packageId);
        JsonObject json = new JsonObject();
        json.addProperty("id", session.id());
        json.addProperty("url", session.url().orElse(null));
        session.clientSecret().ifPresent(secret -> json.addProperty("clientSecret", secret));
        json.addProperty("expiresAt", session.expiresAt().toString());
        return Reply.json(json);
    }

    /** {@code POST /api/tokens/confirm-checkout} */
    Reply confirm(AccountId account, HttpServletRequest request) {
        Confirmation confirmation = confirm(account, body.onlyText(request, "sessionId"));
        if (confirmation.status() == Status.UNKNOWN) {
            throw new ProblemException(ProblemCode.UNKNOWN_SESSION, "You have no such checkout.");
        }
        Optional<Order> order = confirmation.order();
        JsonObject json = new JsonObject();
        json.addProperty("result", confirmation.status().name());
        json.addProperty("package", order.map(o -> o.item().packageId()).orElse(null));
        json.addProperty("tokens", order.map(o -> o.item().tokens()).orElse(null));
        json.addProperty("balance", balance(account));
        return Reply.json(json);
    }

    /** {@return where a purchase stands} What cannot be a session's id is not worth asking the provider. */
    Confirmation confirm(AccountId account, String sessionId) {
        return SESSION_ID.matcher(sessionId).matches()
                ? economy.checkout().confirm(account, sessionId)
                : new Confirmation(Status.UNKNOWN, null);
    }

    long balance(AccountId account) {
        return economy.ledger().balance(account).settled();
    }

    /**
     * Refuses a form that is larger than a form of ours can be.
     *
     * @throws ProblemException when it is
     */
    void requireShort(HttpServletRequest request) {
        body.requireShort(request);
    }

    CheckoutSession start(AccountId account, String packageId) {
        try {
            return economy.checkout().start(account, packageId);
        } catch (UnknownPackageException e) {
            throw new ProblemException(
                    ProblemCode.UNKNOWN_PACKAGE, "No such package is on sale; see GET /api/tokens/packages.");
        }
    }
}
