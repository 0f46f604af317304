package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** What the passing of time does to subscriptions: periods end, and invoices are tried again. */
final class Renewals {

    private final SubscriptionBook book;

    Renewals(SubscriptionBook book) {
        this.book = book;
    }

    /** The earliest moment at which something was to be done that is not done yet; empty when there is none. */
    Optional<Instant> due(Tx tx) {
        LongStream ends = tx.oldestFirst(Kind.SUBSCRIPTION)
                .filter(SubscriptionBook::isAlive)
                .mapToLong(SubscriptionItems::periodEnd);
        LongStream tries = tx.oldestFirst(Kind.INVOICE).mapToLong(InvoiceBook::nextTry);
        return LongStream.concat(ends, tries).filter(moment -> moment <= tx.nowSeconds()).min().stream()
                .mapToObj(Instant::ofEpochSecond)
                .findFirst();
    }

    /** Does what is due at the step's time; an invoice of an ended period is tried before the next one is issued. */
    boolean move(Tx tx) {
        long now = tx.nowSeconds();
        List<String> tries = tx.oldestFirst(Kind.INVOICE)
                .filter(invoice -> InvoiceBook.nextTry(invoice) <= now)
                .map(invoice -> Json.requiredString(invoice, "id"))
                .toList();
        tries.forEach(id -> tx.find(Kind.INVOICE, id)
                .filter(invoice -> InvoiceBook.nextTry(invoice) <= now) // its subscription may have ended just now
                .ifPresent(invoice -> book.retry(tx, invoice, false)));
        List<JsonObject> over = tx.oldestFirst(Kind.SUBSCRIPTION)
                .filter(SubscriptionBook::isAlive)
                .filter(subscription -> SubscriptionItems.periodEnd(subscription) <= now)
                .map(JsonObject::deepCopy)
                .toList();
        over.forEach(subscription -> periodEnds(tx, subscription));
        return !tries.isEmpty() || !over.isEmpty();
    }

    private void periodEnds(Tx tx, JsonObject subscription) {
        if (Json.flag(subscription, "cancel_at_period_end")) {
            book.end(tx, subscription, "cancellation_requested");
        } else {
            book.renew(tx, subscription);
        }
    }
}
