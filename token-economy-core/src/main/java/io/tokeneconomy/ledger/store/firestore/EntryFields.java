package io.tokeneconomy.ledger.store.firestore;

import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Movement;
import io.tokeneconomy.ledger.PurchaseDetails;
import io.tokeneconomy.ledger.Seal;
import io.tokeneconomy.ledger.Totals;
import org.jspecify.annotations.Nullable;

/** An entry as a document. */
final class EntryFields {

    static final String USER = AccountFields.USER;
    static final String SEQUENCE = "sequence";
    static final String TIME = "created_at";
    static final String TYPE = "type";
    static final String REFERENCE = "reference";

    private EntryFields() {}

    static Fields write(LedgerEntry entry) {
        Movement movement = entry.movement();
        Totals after = movement.after();
        Fields fields = new Fields()
                .text(USER, entry.account().value())
                .number(SEQUENCE, entry.sequence())
                .time(TIME, entry.at())
                .text("key", entry.key().value())
                .name(TYPE, movement.type())
                .number("amount", movement.amount())
                .number("balance_after", after.settled())
                .numberIfAny("held_after", after.held())
                .numberIfAny("debt_after", after.debt())
                .text(REFERENCE, entry.details().reference())
                .text("description", entry.details().description())
                .texts("metadata", entry.details().metadata())
                .digest("fingerprint", entry.seal().fingerprint())
                .digest("hash", entry.seal().hash())
                .digest("erased", entry.seal().erased());
        EffectFields.write(fields, movement.effects());
        return sale(fields, entry.purchase());
    }

    static LedgerEntry read(Found found) {
        return new LedgerEntry(
                AccountFields.id(found),
                found.number(SEQUENCE),
                found.time(TIME),
                new IdempotencyKey(found.text("key")),
                movement(found),
                new Details(found.optionalText(REFERENCE), found.optionalText("description"), found.texts("metadata")),
                sale(found),
                new Seal(found.digest("fingerprint"), found.digest("hash"), found.optionalDigest("erased")));
    }

    private static Movement movement(Found found) {
        return new Movement(
                found.name(TYPE, EntryType.class),
                found.number("amount"),
                new Totals(
                        found.number("balance_after"),
                        found.numberIfAny("held_after"),
                        found.numberIfAny("debt_after")),
                EffectFields.read(found));
    }

    private static Fields sale(Fields fields, @Nullable PurchaseDetails sale) {
        return sale == null
                ? fields
                : fields.text("package_id", sale.packageId())
                        .text("order_id", sale.orderId())
                        .number("price_minor", sale.price().amountMinor())
                        .text("currency", sale.price().currency())
                        .text("stripe_session_id", sale.sessionId())
                        .text("stripe_payment_intent_id", sale.paymentIntentId())
                        .text("stripe_customer_id", sale.customerId());
    }

    private static @Nullable PurchaseDetails sale(Found found) {
        return !found.has("package_id")
                ? null
                : new PurchaseDetails(
                        found.text("order_id"),
                        found.text("package_id"),
                        Money.of(found.number("price_minor"), found.text("currency")),
                        found.text("stripe_session_id"),
                        found.optionalText("stripe_payment_intent_id"),
                        found.optionalText("stripe_customer_id"));
    }
}
