package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.tokeneconomy.payment.sandbox.InvoiceMaker.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The life of a subscription ({@code docs.stripe.com/billing/subscriptions/overview}): begun by a checkout, renewed with
 * an invoice for each period, past due while one is not paid, canceled.
 */
final class SubscriptionBook {

    /** Private fields: the number of the current period, the coupon of every invoice, lines for the next one. */
    private static final String PERIOD = "_period";

    private static final String COUPON = "_coupon";
    private static final String PENDING = "_pending";
    private static final Set<String> ALIVE = Set.of("active", "past_due");
    private static final String STATUS = "status";

    private final EventLog events;
    private final InvoiceBook invoices;

    SubscriptionBook(EventLog events, InvoiceBook invoices) {
        this.events = events;
        this.invoices = invoices;
    }

    /** Begins what a session sells, and has its first invoice paid by the buyer, who is there. */
    void begin(Tx tx, JsonObject session, String card) {
        JsonObject subscription = made(tx, session, card);
        long now = tx.nowSeconds();
        List<JsonObject> lines = lines(tx, subscription);
        JsonObject totals = session.getAsJsonObject("total_details");
        Terms terms = new Terms(
                "subscription_create",
                lines,
                Json.number(totals, "amount_discount"),
                Json.number(totals, "amount_tax"),
                now);
        JsonObject invoice = invoices.issue(tx, subscription, terms);
        tx.put(Kind.SUBSCRIPTION, subscription);
        events.emit(tx, "customer.subscription.created", subscription);
        invoices.collect(tx, invoice, subscription, true);
        session.add("subscription", subscription.get("id"));
        session.add("invoice", invoice.get("id"));
    }

    private static JsonObject made(Tx tx, JsonObject session, String card) {
        JsonObject subscription = new JsonObject();
        long now = tx.nowSeconds();
        subscription.addProperty("id", Kind.SUBSCRIPTION.newId());
        subscription.addProperty("object", Kind.SUBSCRIPTION.object());
        subscription.addProperty(STATUS, "active");
        subscription.addProperty("created", now);
        subscription.addProperty("start_date", now);
        subscription.addProperty("billing_cycle_anchor", now);
        subscription.add("currency", session.get("currency"));
        subscription.add("customer", session.get("customer"));
        subscription.addProperty("default_payment_method", card);
        JsonObject data = session.getAsJsonObject(SessionMode.SUBSCRIPTION_DATA);
        subscription.add("metadata", data.getAsJsonObject("metadata").deepCopy());
        subscription.add("description", Json.of(Json.string(data, "description")));
        subscription.add(COUPON, Json.of(Discounts.lasting(tx, session)));
        SubscriptionItems.add(subscription, LineItems.in(session).toList());
        period(subscription, 1, now);
        return subscription;
    }

    private static void period(JsonObject subscription, long number, long start) {
        JsonObject price = SubscriptionItems.of(subscription).get(0).getAsJsonObject("price");
        long anchor = Json.number(subscription, "billing_cycle_anchor");
        subscription.addProperty(PERIOD, number);
        SubscriptionItems.period(subscription, start, BillingCycle.end(anchor, price, number));
    }

    private static List<JsonObject> lines(Tx tx, JsonObject subscription) {
        return SubscriptionItems.of(subscription).stream()
                .map(item -> InvoiceLine.whole(tx, subscription, item))
                .toList();
    }

    /** The next period begins, and is charged for while the buyer is away. */
    void renew(Tx tx, JsonObject subscription) {
        JsonObject previous = changing(subscription, "items", "latest_invoice");
        long closed = SubscriptionItems.periodStart(subscription);
        period(subscription, Json.number(subscription, PERIOD) + 1, SubscriptionItems.periodEnd(subscription));
        List<JsonObject> whole = lines(tx, subscription);
        long discount = discount(tx, subscription, whole);
        List<JsonObject> all = new ArrayList<>(pending(subscription));
        all.addAll(whole);
        subscription.remove(PENDING);
        bill(tx, subscription, new Terms("subscription_cycle", all, discount, 0, closed), previous);
    }

    /** Charges lines at once, in the middle of a period. */
    void chargeNow(Tx tx, JsonObject subscription, List<JsonObject> lines, JsonObject previous) {
        List<JsonObject> all = new ArrayList<>(pending(subscription));
        all.addAll(lines);
        subscription.remove(PENDING);
        bill(tx, subscription, new Terms("subscription_update", all, 0, 0, tx.nowSeconds()), previous);
    }

    /** Leaves lines for the next invoice. */
    static void chargeLater(JsonObject subscription, List<JsonObject> lines) {
        List<JsonObject> all = new ArrayList<>(pending(subscription));
        all.addAll(lines);
        subscription.add(PENDING, Json.array(all));
    }

    private static List<JsonObject> pending(JsonObject subscription) {
        return subscription.has(PENDING)
                ? Stream.of(subscription.getAsJsonArray(PENDING))
                        .flatMap(lines -> lines.asList().stream())
                        .map(line -> line.getAsJsonObject().deepCopy())
                        .toList()
                : List.of();
    }

    private static long discount(Tx tx, JsonObject subscription, List<JsonObject> lines) {
        return tx.find(Kind.COUPON, Json.string(subscription, COUPON))
                .map(coupon -> Coupons.discount(
                        coupon, InvoiceLine.sum(Json.array(lines)), Json.requiredString(subscription, "currency")))
                .orElse(0L);
    }

    private void bill(Tx tx, JsonObject subscription, Terms terms, JsonObject previous) {
        JsonObject invoice = invoices.issue(tx, subscription, terms);
        boolean paid = invoices.collect(tx, invoice, subscription, false);
        if (!paid) {
            subscription.addProperty(STATUS, "past_due");
        }
        updated(tx, subscription, previous);
    }

    /** Tries an open invoice again. */
    void retry(Tx tx, JsonObject invoice, boolean ownerIsThere) {
        JsonObject subscription = tx.find(Kind.SUBSCRIPTION, InvoiceBook.subscriptionOf(invoice))
                .orElseThrow(() -> new IllegalStateException("an invoice has its subscription"));
        boolean paid = invoices.collect(tx, invoice, subscription, ownerIsThere);
        if (!isAlive(subscription)) {
            return;
        }
        if (paid && openInvoices(tx, subscription).isEmpty()) {
            JsonObject previous = changing(subscription, STATUS);
            subscription.addProperty(STATUS, "active");
            updated(tx, subscription, previous);
        } else if (!paid && !ownerIsThere && InvoiceBook.nextTry(invoice) == Long.MAX_VALUE) {
            end(tx, subscription, "payment_failed");
        }
    }

    /** @param previous the changed fields as they were */
    void updated(Tx tx, JsonObject subscription, JsonObject previous) {
        tx.put(Kind.SUBSCRIPTION, subscription);
        if (!previous.isEmpty()) {
            events.emit(tx, "customer.subscription.updated", subscription, previous);
        }
    }

    /** @param reason Stripe's {@code cancellation_details.reason} */
    void end(Tx tx, JsonObject subscription, String reason) {
        subscription.addProperty(STATUS, "canceled");
        subscription.addProperty("ended_at", tx.nowSeconds());
        if (Json.string(subscription, "canceled_at") == null) {
            subscription.addProperty("canceled_at", tx.nowSeconds());
        }
        subscription.add("cancellation_details", cancellation(reason));
        openInvoices(tx, subscription).forEach(invoice -> {
            InvoiceBook.stopTrying(invoice);
            tx.put(Kind.INVOICE, invoice);
        });
        tx.put(Kind.SUBSCRIPTION, subscription);
        events.emit(tx, "customer.subscription.deleted", subscription);
    }

    /** A customer is gone, and his subscriptions with him. */
    void endAllOf(Tx tx, String customer) {
        tx.oldestFirst(Kind.SUBSCRIPTION)
                .filter(SubscriptionBook::isAlive)
                .filter(Listing.fits("customer", customer))
                .map(JsonObject::deepCopy)
                .toList()
                .forEach(subscription -> end(tx, subscription, "cancellation_requested"));
    }

    static JsonObject cancellation(@Nullable String reason) {
        JsonObject details = new JsonObject();
        details.add("comment", JsonNull.INSTANCE);
        details.add("feedback", JsonNull.INSTANCE);
        details.add("reason", Json.of(reason));
        return details;
    }

    private static List<JsonObject> openInvoices(Tx tx, JsonObject subscription) {
        String id = Json.requiredString(subscription, "id");
        return tx.newestFirst(Kind.INVOICE)
                .filter(InvoiceBook::isOpen)
                .filter(invoice -> InvoiceBook.subscriptionOf(invoice).equals(id))
                .map(JsonObject::deepCopy)
                .toList();
    }

    static boolean isAlive(JsonObject subscription) {
        return ALIVE.contains(Json.string(subscription, STATUS));
    }

    /** The fields as they are before a change. */
    static JsonObject changing(JsonObject subscription, String... fields) {
        JsonObject previous = new JsonObject();
        for (String field : fields) {
            previous.add(
                    field, subscription.has(field) ? subscription.get(field).deepCopy() : JsonNull.INSTANCE);
        }
        return previous;
    }
}
