package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Allocation;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.Funding;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.Movement;
import io.tokeneconomy.ledger.PurchaseDetails;
import io.tokeneconomy.ledger.Seal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An entry as a row of te_entry; writing and reading follow the columns' order. */
final class EntryRow {

    static final String COLUMNS = "account, sequence, booked_at, idempotency_key,"
            + " type, amount, balance_after, lot_expires_at, lot_priority, lot_funding, allocations,"
            + " reference, description, metadata,"
            + " order_id, package_id, price_minor, currency, session_id, payment_intent_id, customer_id,"
            + " fingerprint, previous_hash, hash";
    static final String MARKS = String.join(", ", Collections.nCopies(COLUMNS.split(",", -1).length, "?"));

    private EntryRow() {}

    static void write(Parameters to, LedgerEntry entry) throws SQLException {
        to.text(entry.account().value())
                .number(entry.sequence())
                .time(entry.at())
                .text(entry.key().value());
        writeMovement(to, entry.movement());
        Details details = entry.details();
        to.text(details.reference()).text(details.description()).text(MetadataJson.write(details.metadata()));
        writePurchase(to, entry.purchase());
        to.digest(entry.seal().fingerprint())
                .digest(entry.seal().previous())
                .digest(entry.seal().hash());
    }

    static LedgerEntry read(Row from) throws SQLException {
        String account = from.text();
        long sequence = from.number();
        from.isAbout("entry " + sequence + " of account " + account);
        return new LedgerEntry(
                AccountId.of(account),
                sequence,
                from.time(),
                new IdempotencyKey(from.text()),
                readMovement(from),
                new Details(from.optionalText(), from.optionalText(), MetadataJson.read(from.text())),
                readPurchase(from),
                new Seal(from.digest(), from.digest(), from.digest()));
    }

    private static void writeMovement(Parameters to, Movement movement) throws SQLException {
        LotTerms terms = movement.terms();
        to.name(movement.type())
                .number(movement.amount())
                .number(movement.balanceAfter())
                .time(terms == null ? null : terms.expiresAt())
                .number(terms == null ? null : (Long) (long) terms.priority())
                .text(terms == null ? null : terms.funding().name())
                .text(movement.allocations().stream()
                        .map(allocation -> allocation.lot() + ":" + allocation.amount())
                        .collect(Collectors.joining(",")));
    }

    private static Movement readMovement(Row from) throws SQLException {
        EntryType type = from.name(EntryType.class);
        long amount = from.number();
        long balanceAfter = from.number();
        Instant expiresAt = from.optionalTime();
        int priority = from.smallNumber();
        Funding funding = from.optionalName(Funding.class);
        LotTerms terms = funding == null ? null : new LotTerms(expiresAt, priority, funding);
        return new Movement(type, amount, balanceAfter, terms, allocations(from.text()));
    }

    private static List<Allocation> allocations(String text) {
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split(",", -1)).map(EntryRow::allocation).toList();
    }

    private static Allocation allocation(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("an allocation is a lot and an amount, not " + text);
        }
        return new Allocation(Long.parseLong(text, 0, colon, 10), Long.parseLong(text, colon + 1, text.length(), 10));
    }

    private static void writePurchase(Parameters to, @Nullable PurchaseDetails sale) throws SQLException {
        to.text(sale == null ? null : sale.orderId())
                .text(sale == null ? null : sale.packageId())
                .number(sale == null ? null : (Long) sale.price().amountMinor())
                .text(sale == null ? null : sale.price().currency())
                .text(sale == null ? null : sale.sessionId())
                .text(sale == null ? null : sale.paymentIntentId())
                .text(sale == null ? null : sale.customerId());
    }

    private static @Nullable PurchaseDetails readPurchase(Row from) throws SQLException {
        String orderId = from.optionalText();
        String packageId = from.optionalText();
        long priceMinor = from.number();
        String currency = from.optionalText();
        String sessionId = from.optionalText();
        String paymentIntentId = from.optionalText();
        String customerId = from.optionalText();
        if (orderId == null || packageId == null || currency == null || sessionId == null) {
            return null;
        }
        return new PurchaseDetails(
                orderId, packageId, Money.of(priceMinor, currency), sessionId, paymentIntentId, customerId);
    }
}
