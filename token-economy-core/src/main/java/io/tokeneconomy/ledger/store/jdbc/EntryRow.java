package io.tokeneconomy.ledger.store.jdbc;

import static io.tokeneconomy.ledger.store.jdbc.Kind.BYTES;
import static io.tokeneconomy.ledger.store.jdbc.Kind.NUMBER;
import static io.tokeneconomy.ledger.store.jdbc.Kind.TEXT;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Movement;
import io.tokeneconomy.ledger.Seal;
import io.tokeneconomy.ledger.Totals;
import java.sql.SQLException;
import java.util.List;

/** An entry as a row of te_entry; writing and reading follow the columns' order. */
final class EntryRow {

    static final String COLUMNS = "account, sequence, booked_at, idempotency_key,"
            + " type, amount, settled_after, held_after, debt_after, effects,"
            + " reference, description, metadata, sale,"
            + " fingerprint, hash, erased";
    static final List<Kind> KINDS = List.of(
            TEXT, NUMBER, NUMBER, TEXT, TEXT, NUMBER, NUMBER, NUMBER, NUMBER, TEXT, TEXT, TEXT, TEXT, TEXT, BYTES,
            BYTES, BYTES);

    private EntryRow() {}

    static void write(Parameters to, LedgerEntry entry) throws SQLException {
        Movement movement = entry.movement();
        Totals after = movement.after();
        Details details = entry.details();
        to.exact(entry.account().value())
                .number(entry.sequence())
                .time(entry.at())
                .exact(entry.key().value())
                .name(movement.type())
                .number(movement.amount())
                .number(after.settled())
                .number(after.held())
                .number(after.debt())
                .text(EffectsJson.write(movement.effects()))
                .exact(details.reference())
                .text(details.description())
                .text(MetadataJson.write(details.metadata()))
                .text(SaleJson.write(entry.purchase()))
                .digest(entry.seal().fingerprint())
                .digest(entry.seal().hash())
                .digest(entry.seal().erased());
    }

    static LedgerEntry read(Row from) throws SQLException {
        String account = from.exact();
        long sequence = from.number();
        from.isAbout("entry " + sequence + " of account " + account);
        return new LedgerEntry(
                AccountId.of(account),
                sequence,
                from.time(),
                new IdempotencyKey(from.exact()),
                movement(from),
                new Details(from.optionalExact(), from.optionalText(), MetadataJson.read(from.text())),
                SaleJson.read(from.optionalText()),
                new Seal(from.digest(), from.digest(), from.optionalDigest()));
    }

    private static Movement movement(Row from) throws SQLException {
        return new Movement(
                from.name(EntryType.class),
                from.number(),
                new Totals(from.number(), from.number(), from.number()),
                EffectsJson.read(from.text()));
    }
}
