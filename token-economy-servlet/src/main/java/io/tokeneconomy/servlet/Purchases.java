package io.tokeneconomy.servlet;

import com.google.gson.JsonObject;
import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.catalog.UnknownPackageException;
import io.tokeneconomy.checkout.Confirmation;
import io.tokeneconomy.checkout.Confirmation.Status;
import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.payment.CheckoutOptions;
import io.tokeneconomy.payment.CheckoutOptions.Feature;
import io.tokeneconomy.payment.CheckoutOptions.Placement;
import io.tokeneconomy.payment.CheckoutOptions.Quantities;
import io.tokeneconomy.payment.CheckoutSession;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
        Map<String, String> wish =
                body.fields(request, List.of("package", "placement", "quantity"), Set.of("quantity"));
        String packageId = Objects.requireNonNull(wish.get("package"), "package");
        CheckoutOptions options = options(wish.get("placement"));
        CheckoutSession session = start(account, packageId, quantity(wish.get("quantity"), options), options);
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

    /** A checkout at the provider's own page, which needs no script of ours. */
    CheckoutSession startHosted(AccountId account, String packageId) {
        CheckoutOptions options = shops().withPlacement(Placement.HOSTED);
        return start(account, packageId, quantity(null, options), options);
    }

    /** How often a package is sold at once is the shop's to say: without bounds of its own, once. */
    private static long quantity(@Nullable String wish, CheckoutOptions options) {
        Quantities bounds = Objects.requireNonNullElse(options.quantities(), new Quantities(1, 1));
        long quantity = wish == null ? bounds.minimum() : Long.parseLong(wish);
        if (quantity < bounds.minimum() || quantity > bounds.maximum()) {
            throw invalid("The field \"quantity\" must be " + bounds.minimum() + " to " + bounds.maximum() + ".");
        }
        return quantity;
    }

    private CheckoutOptions options(@Nullable String placement) {
        if (placement == null) {
            return shops();
        }
        return switch (placement) {
            case "hosted" -> shops().withPlacement(Placement.HOSTED);
            case "embedded" -> shops().without(Feature.RECOVERY).withPlacement(Placement.EMBEDDED);
            default -> throw invalid("The field \"placement\" must be \"hosted\" or \"embedded\".");
        };
    }

    private CheckoutOptions shops() {
        return economy.settings().options();
    }

    private CheckoutSession start(AccountId account, String packageId, long quantity, CheckoutOptions options) {
        try {
            return economy.checkout().start(account, packageId, quantity, options);
        } catch (UnknownPackageException e) {
            throw new ProblemException(
                    ProblemCode.UNKNOWN_PACKAGE, "No such package is on sale; see GET /api/tokens/packages.");
        } catch (InvalidValueException e) {
            if (e.field().equals("quantity")) {
                throw invalid("The field \"quantity\" is more than can be sold at once.");
            }
            throw e;
        }
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(ProblemCode.INVALID_REQUEST, detail);
    }
}
