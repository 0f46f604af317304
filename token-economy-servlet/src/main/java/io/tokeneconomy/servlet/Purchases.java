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
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Starting and confirming a checkout, for the endpoints and for the success page. */
final class Purchases {

    private static final String TOP_UP = "topUp";
    private static final Pattern SESSION_ID = Pattern.compile("cs_[A-Za-z0-9_]{1,180}");

    /** What somebody wants to buy, and how. */
    private record Wanted(String packageId, long quantity, CheckoutOptions options) {

        Wanted with(Feature feature) {
            return new Wanted(packageId, quantity, options.with(feature));
        }
    }

    private final TokenEconomy economy;
    private final JsonBody body;
    private final TopUpConsent topUp;

    Purchases(TokenEconomy economy, JsonBody body, TopUpConsent topUp) {
        this.economy = economy;
        this.body = body;
        this.topUp = topUp;
    }

    /** {@code POST /api/tokens/create-checkout-session} */
    Reply start(AccountId account, HttpServletRequest request, HttpServletResponse response) {
        Map<String, String> wish =
                body.fields(request, List.of("package", "placement", "quantity", TOP_UP), Set.of("quantity"));
        String packageId = Objects.requireNonNull(wish.get("package"), "package");
        CheckoutOptions options = options(wish.get("placement"));
        Wanted wanted = new Wanted(packageId, quantity(wish.get("quantity"), options), options);
        CheckoutSession session = start(account, wanted, wish.get(TOP_UP), request, response);
        JsonObject json = new JsonObject();
        json.addProperty("id", session.id());
        json.addProperty("url", session.url().orElse(null));
        session.clientSecret().ifPresent(secret -> json.addProperty("clientSecret", secret));
        json.addProperty("expiresAt", session.expiresAt().toString());
        return Reply.json(json);
    }

    /** {@code POST /api/tokens/confirm-checkout} */
    Reply confirm(AccountId account, HttpServletRequest request, HttpServletResponse response) {
        String sessionId = body.onlyText(request, "sessionId");
        Confirmation confirmation = confirm(account, sessionId);
        if (confirmation.status() == Status.UNKNOWN) {
            throw new ProblemException(ProblemCode.UNKNOWN_SESSION, "You have no such checkout.");
        }
        Optional<Order> order = confirmation.order();
        JsonObject json = new JsonObject();
        json.addProperty("result", confirmation.status().name());
        json.addProperty("package", order.map(o -> o.item().packageId()).orElse(null));
        json.addProperty("tokens", order.map(o -> o.item().tokens()).orElse(null));
        json.addProperty("balance", balance(account));
        if (takeUpTopUp(account, sessionId, confirmation, request, response)) {
            json.addProperty("topUp", true);
        }
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

    /** A checkout at the provider's own page, which needs no script of ours. */
    CheckoutSession startHosted(AccountId account, HttpServletRequest request, HttpServletResponse response) {
        String packageId = Query.single(request, "package").orElse("");
        String terms = Query.single(request, TOP_UP).orElse(null);
        CheckoutOptions options = shops().withPlacement(Placement.HOSTED);
        Wanted wanted = new Wanted(packageId, quantity(null, options), options);
        return start(account, wanted, terms, request, response);
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

    /** {@return whether the package is bought by itself from now on, because its buyer allowed it} */
    boolean takeUpTopUp(
            AccountId account,
            String sessionId,
            Confirmation confirmation,
            HttpServletRequest request,
            HttpServletResponse response) {
        boolean paid = confirmation.status() == Status.CREDITED || confirmation.status() == Status.ALREADY_DONE;
        return paid
                && confirmation
                        .order()
                        .filter(order -> topUp.takeUp(account, sessionId, order, request, response))
                        .isPresent();
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

    private CheckoutSession start(
            AccountId account,
            Wanted wanted,
            @Nullable String terms,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!topUp.isGiven(terms)) {
            return start(account, wanted);
        }
        CheckoutSession session = start(account, wanted.with(Feature.SAVE_CARD));
        topUp.remember(account, session.id(), wanted.packageId(), request, response);
        return session;
    }

    private CheckoutSession start(AccountId account, Wanted wanted) {
        try {
            return economy.checkout().start(account, wanted.packageId(), wanted.quantity(), wanted.options());
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
