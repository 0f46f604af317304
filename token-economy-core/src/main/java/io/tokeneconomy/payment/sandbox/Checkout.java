package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The life of a Checkout Session: open, then complete or expired; complete is paid or waits for its money. */
final class Checkout {

    /** Private fields of a session: when a pay-later payment settles by itself, how, and the event of completion. */
    static final String SETTLES_AT = "_settles_at_millis";

    private static final String NOT_AUTHENTICATED =
            "We are unable to authenticate your payment method. Please choose a different payment method and try again.";

    private static final String SETTLES_WELL = "_settles_well";
    private static final String COMPLETED_EVENT = "_completed_event";

    private final Payments payments;
    private final SubscriptionBook subscriptions;
    private final DisputeBook disputes;
    private final EventLog events;
    private final Duration asyncDelay;
    private final URI base;
    private volatile long nextExpiry;

    /** @param base where pages live */
    Checkout(
            Payments payments,
            SubscriptionBook subscriptions,
            DisputeBook disputes,
            EventLog events,
            Duration asyncDelay,
            URI base) {
        this.payments = payments;
        this.subscriptions = subscriptions;
        this.disputes = disputes;
        this.events = events;
        this.asyncDelay = asyncDelay;
        this.base = base;
    }

    void opened(Tx tx, JsonObject session) {
        tx.put(Kind.SESSION, session);
        nextExpiry = Math.min(nextExpiry, Json.number(session, "expires_at"));
    }

    /** The session as it is now: one whose time has come expires. */
    JsonObject current(Tx tx, JsonObject session) {
        boolean due = Json.is(session, "status", "open") && Json.number(session, "expires_at") <= tx.nowSeconds();
        return due ? expire(tx, session) : session;
    }

    JsonObject expire(Tx tx, JsonObject session) {
        session.addProperty("status", "expired");
        Recovery.offer(tx, session, base);
        SessionPlace.close(session);
        tx.put(Kind.SESSION, session);
        events.emit(tx, "checkout.session.expired", session);
        return session;
    }

    /** An open copy of an expired session; empty when it may not be taken up again. */
    Optional<JsonObject> recover(Tx tx, JsonObject found) {
        Optional<JsonObject> copy = Recovery.copy(tx, current(tx, found), base);
        copy.ifPresent(session -> opened(tx, session));
        return copy;
    }

    /** Expires every session whose time has come. Costs nothing until the earliest is due. */
    void expireDue(Tx tx) {
        if (tx.nowSeconds() < nextExpiry) {
            return;
        }
        List<JsonObject> open = tx.oldestFirst(Kind.SESSION)
                .filter(session -> Json.is(session, "status", "open"))
                .map(JsonObject::deepCopy)
                .toList();
        nextExpiry = open.stream()
                .mapToLong(session -> Json.number(session, "expires_at"))
                .filter(expiry -> expiry > tx.nowSeconds())
                .min()
                .orElse(Long.MAX_VALUE);
        open.forEach(session -> current(tx, session));
    }

    /** What the page's button does. Whoever comes second changes nothing. */
    PayResult pay(Tx tx, JsonObject found, PayOptions options) {
        JsonObject session = current(tx, found);
        if (Json.is(session, "status", "expired")) {
            return new PayResult.NotPayable("This checkout has expired. Go back to the shop and start again.");
        }
        if (Json.is(session, "status", "complete")) {
            return again(session);
        }
        TestCard card = TestCard.of(options.card()).orElse(null);
        if (card == null) {
            return new PayResult.Declined(TestCard.unknown());
        }
        if (card.outcome() == TestCard.Outcome.DECLINED) {
            return new PayResult.Declined(card.refusal());
        }
        if (SessionMode.isSubscription(session) && !options.isPlain(card)) {
            return new PayResult.Declined("Here subscriptions are paid with cards, at once, in their own currency.");
        }
        if (wantsItsOwner(session, card) && options.owner() != PayOptions.Owner.CONFIRMS) {
            return options.owner() == PayOptions.Owner.UNASKED
                    ? new PayResult.Authenticating(card.number())
                    : new PayResult.Declined(NOT_AUTHENTICATED);
        }
        if (!CustomFields.answer(session, options.answers())) {
            return new PayResult.Declined("This checkout does not ask for that, or not so.");
        }
        if (!Basket.apply(tx, session, options)) {
            return new PayResult.Declined("This code is invalid.");
        }
        return complete(tx, session, card, options.isUncaptured());
    }

    /** A payment of nothing needs no card, a subscription that begins with nothing does. */
    private static boolean wantsItsOwner(JsonObject session, TestCard card) {
        return card.wantsItsOwner()
                && (SessionMode.isSubscription(session) || Json.number(session, "amount_total") > 0);
    }

    private static PayResult again(JsonObject session) {
        return isUnpaid(session)
                ? new PayResult.NotPayable("This payment was already sent. The shop hears when the money arrives.")
                : new PayResult.Completed(ReturnUrl.success(session), true);
    }

    private PayResult complete(Tx tx, JsonObject session, TestCard card, boolean uncaptured) {
        SessionCustomer.complete(tx, session);
        Discounts.redeem(tx, session);
        boolean free = Json.number(session, "amount_total") == 0;
        boolean later = card.isLater() && !free;
        boolean subscribed = SessionMode.isSubscription(session);
        if (subscribed) {
            String method = Kind.PAYMENT_METHOD.newId();
            SavedCards.attach(tx, session, method, card);
            subscriptions.begin(tx, session, method);
        } else if (!free) {
            payments.confirm(tx, session, card, uncaptured);
        }
        close(session, free ? "no_payment_required" : later ? "unpaid" : "paid");
        if (later) {
            session.addProperty(SETTLES_AT, tx.now().plus(asyncDelay).toEpochMilli());
            session.addProperty(SETTLES_WELL, card.outcome() == TestCard.Outcome.LATER_PAID);
        }
        session.addProperty(COMPLETED_EVENT, events.emit(tx, "checkout.session.completed", session));
        tx.put(Kind.SESSION, session);
        if (!subscribed && !free && !uncaptured && !later) {
            disputes.follow(tx, PaymentRef.charge(tx, Json.requiredString(session, "id")), card.aftermath());
        }
        return new PayResult.Completed(ReturnUrl.success(session), !later);
    }

    private static void close(JsonObject session, String paymentStatus) {
        session.addProperty("status", "complete");
        session.addProperty("payment_status", paymentStatus);
        SessionPlace.close(session);
        if (session.has("automatic_tax")) {
            session.getAsJsonObject("automatic_tax").addProperty("status", "complete");
        }
    }

    /** The event of the session's completion, null while it is not complete. */
    static @Nullable String completedEvent(JsonObject session) {
        return Json.string(session, COMPLETED_EVENT);
    }

    /** Whether a pay-later payment still waits for its money. */
    static boolean isSettling(JsonObject session) {
        return session.has(SETTLES_AT);
    }

    /** The complete sessions whose money was to come by now. */
    static List<JsonObject> settling(Tx tx) {
        long now = tx.now().toEpochMilli();
        return tx.oldestFirst(Kind.SESSION)
                .filter(Checkout::isSettling)
                .filter(session -> Json.number(session, SETTLES_AT) <= now)
                .toList();
    }

    static boolean settlesWell(JsonObject session) {
        return Json.flag(session, SETTLES_WELL);
    }

    /** Ends a pay-later payment. */
    void settle(Tx tx, JsonObject session, boolean success) {
        payments.settle(tx, session, success);
        session.remove(SETTLES_AT);
        session.remove(SETTLES_WELL);
        if (success) {
            session.addProperty("payment_status", "paid");
        }
        tx.put(Kind.SESSION, session);
        String outcome = success ? "async_payment_succeeded" : "async_payment_failed";
        events.emit(tx, "checkout.session." + outcome, session);
    }

    private static boolean isUnpaid(JsonObject session) {
        return Json.is(session, "payment_status", "unpaid");
    }
}
