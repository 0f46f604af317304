package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The life of an invoice: issued, then paid, or tried again some days later ({@code
 * docs.stripe.com/billing/revenue-recovery/smart-retries}). Stripe waits about an hour between issuing and the first try;
 * here there is no wait.
 */
final class InvoiceBook {

    /** The waits before the further tries. After the last one the subscription ends. */
    static final List<Duration> RETRIES = List.of(Duration.ofDays(3), Duration.ofDays(5), Duration.ofDays(7));

    private static final String NEXT = "next_payment_attempt";
    private static final String TRIES = "attempt_count";

    private final EventLog events;
    private final InvoiceCharge charge;
    private final Receipts receipts;

    InvoiceBook(EventLog events, InvoiceCharge charge, Receipts receipts) {
        this.events = events;
        this.charge = charge;
        this.receipts = receipts;
    }

    /** Issues an invoice; nobody has paid it yet. */
    JsonObject issue(Tx tx, JsonObject subscription, InvoiceMaker.Terms terms) {
        JsonObject invoice = InvoiceMaker.make(tx, subscription, terms);
        receipts.addToInvoice(invoice);
        tx.put(Kind.INVOICE, invoice);
        subscription.add("latest_invoice", invoice.get("id"));
        events.emit(tx, "invoice.created", invoice);
        events.emit(tx, "invoice.finalized", invoice);
        return invoice;
    }

    /**
     * Tries to have an invoice paid with the subscription's card.
     *
     * @param ownerIsThere whether the card's owner looks on
     * @return whether it is paid
     */
    boolean collect(Tx tx, JsonObject invoice, JsonObject subscription, boolean ownerIsThere) {
        if (Json.number(invoice, "amount_due") == 0) {
            return paid(tx, invoice);
        }
        invoice.addProperty("attempted", true);
        long tries = Json.number(invoice, TRIES, 0);
        invoice.addProperty(TRIES, ownerIsThere ? Math.max(1, tries) : tries + 1);
        Optional<JsonObject> card = tx.find(Kind.PAYMENT_METHOD, Json.string(subscription, "default_payment_method"));
        boolean taken = card.isPresent()
                && charge.take(tx, invoice, card.get(), ownerIsThere).isEmpty();
        return taken ? paid(tx, invoice) : failed(tx, invoice, ownerIsThere);
    }

    private boolean paid(Tx tx, JsonObject invoice) {
        invoice.addProperty("status", "paid");
        invoice.add("amount_paid", invoice.get("amount_due"));
        invoice.addProperty("amount_remaining", 0);
        invoice.addProperty("attempted", true);
        invoice.addProperty("auto_advance", false);
        invoice.add(NEXT, JsonNull.INSTANCE);
        invoice.getAsJsonObject("status_transitions").addProperty("paid_at", tx.nowSeconds());
        tx.put(Kind.INVOICE, invoice);
        events.emit(tx, "invoice.paid", invoice);
        events.emit(tx, "invoice.payment_succeeded", invoice);
        return true;
    }

    private boolean failed(Tx tx, JsonObject invoice, boolean ownerIsThere) {
        if (!ownerIsThere) {
            planNext(tx, invoice, (int) Json.number(invoice, TRIES));
        }
        tx.put(Kind.INVOICE, invoice);
        events.emit(tx, "invoice.payment_failed", invoice);
        return false;
    }

    private static void planNext(Tx tx, JsonObject invoice, int failures) {
        if (failures > RETRIES.size()) {
            stopTrying(invoice);
        } else {
            Duration wait = RETRIES.get(failures - 1);
            invoice.addProperty(NEXT, tx.now().plus(wait).getEpochSecond());
        }
    }

    /** Of a subscription that is over: its open invoices stay as they are. */
    static void stopTrying(JsonObject invoice) {
        invoice.add(NEXT, JsonNull.INSTANCE);
        invoice.addProperty("auto_advance", false);
    }

    static boolean isOpen(JsonObject invoice) {
        return Json.is(invoice, "status", "open");
    }

    /** When an open invoice is tried again; never: {@link Long#MAX_VALUE}. */
    static long nextTry(JsonObject invoice) {
        boolean planned = isOpen(invoice) && Json.string(invoice, NEXT) != null;
        return planned ? Json.number(invoice, NEXT) : Long.MAX_VALUE;
    }

    static String subscriptionOf(JsonObject invoice) {
        return Json.requiredString(
                invoice.getAsJsonObject("parent").getAsJsonObject("subscription_details"), "subscription");
    }
}
