package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Allocation;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.Digest;
import io.tokeneconomy.ledger.Effects;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.Funding;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.Movement;
import io.tokeneconomy.ledger.PurchaseDetails;
import io.tokeneconomy.ledger.Seal;
import io.tokeneconomy.ledger.Totals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An entry altered in one place, for every place there is. */
final class Mutations {

    private final LedgerEntry e;
    private final Map<String, LedgerEntry> altered = new LinkedHashMap<>();

    private Mutations(LedgerEntry entry) {
        this.e = entry;
    }

    static Map<String, LedgerEntry> of(LedgerEntry entry) {
        Mutations mutations = new Mutations(entry);
        mutations.identity();
        mutations.movement();
        mutations.details();
        mutations.purchase();
        mutations.seal();
        return mutations.altered;
    }

    private void identity() {
        put(
                "account",
                new LedgerEntry(
                        AccountId.of(e.account() + "x"),
                        e.sequence(),
                        e.at(),
                        e.key(),
                        e.movement(),
                        e.details(),
                        e.purchase(),
                        e.seal()));
        put(
                "sequence",
                new LedgerEntry(
                        e.account(),
                        e.sequence() + 1,
                        e.at(),
                        e.key(),
                        e.movement(),
                        e.details(),
                        e.purchase(),
                        e.seal()));
        put(
                "at",
                new LedgerEntry(
                        e.account(),
                        e.sequence(),
                        e.at().plusNanos(1_000),
                        e.key(),
                        e.movement(),
                        e.details(),
                        e.purchase(),
                        e.seal()));
        put(
                "key",
                new LedgerEntry(
                        e.account(),
                        e.sequence(),
                        e.at(),
                        IdempotencyKey.of("x" + e.key()),
                        e.movement(),
                        e.details(),
                        e.purchase(),
                        e.seal()));
    }

    private void movement() {
        Movement m = e.movement();
        EntryType other = switch (m.type()) {
            case GRANT -> EntryType.PURCHASE;
            case PURCHASE -> EntryType.GRANT;
            case SPEND -> EntryType.EXPIRE;
            case EXPIRE -> EntryType.SPEND;
            default -> throw new AssertionError(m.type());
        };
        Effects f = m.effects();
        LotTerms t = f.terms();
        movement("type", new Movement(other, m.amount(), m.after(), f));
        movement("amount", new Movement(m.type(), 2 * m.amount(), m.after(), f));
        movement("settled", new Movement(m.type(), m.amount(), settled(m.after(), 1), f));
        movement("no allocations", new Movement(m.type(), m.amount(), m.after(), lots(f, List.of())));
        Allocation first = f.lots().get(0);
        allocation("allocated lot", new Allocation(first.lot() + 1, first.amount()));
        allocation("allocated amount", new Allocation(first.lot(), 2 * first.amount()));
        if (t == null) {
            terms("terms added", LotTerms.FREE);
            return;
        }
        terms("terms removed", null);
        terms(
                "expiresAt",
                new LotTerms(
                        t.expiresAt() == null ? e.at() : t.expiresAt().plusNanos(1_000), t.priority(), t.funding()));
        terms("never expires", new LotTerms(t.expiresAt() == null ? e.at() : null, t.priority(), t.funding()));
        terms("priority", new LotTerms(t.expiresAt(), t.priority() + 1, t.funding()));
        terms(
                "funding",
                new LotTerms(t.expiresAt(), t.priority(), t.funding() == Funding.FREE ? Funding.PAID : Funding.FREE));
    }

    private void details() {
        Details d = e.details();
        details("reference", d.withReference(d.reference() == null ? "" : d.reference() + "x"));
        details("description", d.withDescription(d.description() == null ? "" : d.description() + "x"));
        Map<String, String> more = new TreeMap<>(d.metadata());
        more.put("added", "");
        details("metadata added", d.withMetadata(more));
        Map<String, String> changed = new TreeMap<>(d.metadata());
        changed.replaceAll((key, value) -> value + "x");
        if (!changed.isEmpty()) {
            details("metadata changed", d.withMetadata(changed));
            details("metadata removed", d.withMetadata(Map.of()));
        }
    }

    private void purchase() {
        PurchaseDetails p = e.purchase();
        if (p == null) {
            purchase("purchase added", new PurchaseDetails("o", "p", Money.of(1, "usd"), "s", null, null));
            return;
        }
        Money dearer = Money.of(p.price().amountMinor() + 1, "usd");
        Money euros = Money.of(p.price().amountMinor(), "eur");
        purchase("purchase removed", null);
        purchase(
                "order",
                new PurchaseDetails("x", p.packageId(), p.price(), p.sessionId(), p.paymentIntentId(), p.customerId()));
        purchase(
                "package",
                new PurchaseDetails(p.orderId(), "x", p.price(), p.sessionId(), p.paymentIntentId(), p.customerId()));
        purchase(
                "price",
                new PurchaseDetails(
                        p.orderId(), p.packageId(), dearer, p.sessionId(), p.paymentIntentId(), p.customerId()));
        purchase(
                "currency",
                new PurchaseDetails(
                        p.orderId(), p.packageId(), euros, p.sessionId(), p.paymentIntentId(), p.customerId()));
        purchase(
                "session",
                new PurchaseDetails(p.orderId(), p.packageId(), p.price(), "x", p.paymentIntentId(), p.customerId()));
        purchase(
                "payment",
                new PurchaseDetails(p.orderId(), p.packageId(), p.price(), p.sessionId(), "", p.customerId()));
        purchase(
                "customer",
                new PurchaseDetails(p.orderId(), p.packageId(), p.price(), p.sessionId(), p.paymentIntentId(), null));
    }

    private void seal() {
        Seal s = e.seal();
        seal("fingerprint", new Seal(flipped(s.fingerprint()), s.hash(), null));
        seal("hash", new Seal(s.fingerprint(), flipped(s.hash()), null));
        seal("erased", new Seal(s.fingerprint(), s.hash(), s.hash()));
    }

    private static Digest flipped(Digest digest) {
        byte[] bytes = digest.bytes();
        bytes[31] ^= 1;
        return Digest.of(bytes);
    }

    private void allocation(String name, Allocation first) {
        Movement m = e.movement();
        List<Allocation> allocations = new ArrayList<>(m.effects().lots());
        allocations.set(0, first);
        movement(name, new Movement(m.type(), m.amount(), m.after(), lots(m.effects(), allocations)));
    }

    private void terms(String name, @Nullable LotTerms terms) {
        Movement m = e.movement();
        Effects f = m.effects();
        Effects other = new Effects(f.lots(), terms, f.source(), f.hold(), f.settings(), f.metering(), f.member());
        movement(name, new Movement(m.type(), m.amount(), m.after(), other));
    }

    private static Effects lots(Effects f, List<Allocation> lots) {
        return new Effects(lots, f.terms(), f.source(), f.hold(), f.settings(), f.metering(), f.member());
    }

    private static Totals settled(Totals totals, long more) {
        return new Totals(totals.settled() + more, totals.held(), totals.debt());
    }

    private void movement(String name, Movement movement) {
        put(
                name,
                new LedgerEntry(
                        e.account(), e.sequence(), e.at(), e.key(), movement, e.details(), e.purchase(), e.seal()));
    }

    private void details(String name, Details details) {
        put(
                name,
                new LedgerEntry(
                        e.account(), e.sequence(), e.at(), e.key(), e.movement(), details, e.purchase(), e.seal()));
    }

    private void purchase(String name, @Nullable PurchaseDetails purchase) {
        put(
                name,
                new LedgerEntry(
                        e.account(), e.sequence(), e.at(), e.key(), e.movement(), e.details(), purchase, e.seal()));
    }

    private void seal(String name, Seal seal) {
        put(
                name,
                new LedgerEntry(
                        e.account(), e.sequence(), e.at(), e.key(), e.movement(), e.details(), e.purchase(), seal));
    }

    private void put(String name, LedgerEntry entry) {
        altered.put(name, entry);
    }
}
