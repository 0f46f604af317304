package io.tokeneconomy.audit.engine;

import io.tokeneconomy.audit.Unearned;
import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.Funding;
import io.tokeneconomy.ledger.Hold;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Lot;
import io.tokeneconomy.ledger.engine.History;
import io.tokeneconomy.ledger.rules.LedgerRules;
import io.tokeneconomy.ledger.store.LedgerStore;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Adds up what the tokens that are left of purchases cost. */
final class UnearnedReport {

    private final LedgerStore store;
    private final Instant at;
    private final Map<String, Unearned> sums = new TreeMap<>();

    UnearnedReport(LedgerStore store, Instant at) {
        this.store = store;
        this.at = at;
    }

    List<Unearned> run() {
        new AccountWalk(store).each(this::add);
        return List.copyOf(sums.values());
    }

    private void add(Account state) {
        History history = new History(store, state.id());
        Account account = LedgerRules.settle(state, at).account();
        Map<Long, Long> left = new TreeMap<>();
        Stream<Lot> held = account.holds().stream().map(Hold::parts).flatMap(List::stream);
        Stream.concat(account.lots().stream(), held)
                .filter(lot -> lot.terms().funding() == Funding.PAID)
                .forEach(lot -> left.merge(lot.number(), lot.remaining(), Long::sum));
        left.forEach((lot, tokens) -> add(history.entry(lot), tokens));
    }

    private void add(LedgerEntry opening, long tokens) {
        if (opening.purchase() == null) {
            return;
        }
        long share = BigInteger.valueOf(opening.purchase().price().amountMinor())
                .multiply(BigInteger.valueOf(tokens))
                .divide(BigInteger.valueOf(opening.amount()))
                .longValueExact();
        sums.merge(
                opening.purchase().price().currency(),
                new Unearned(opening.purchase().price().currency(), tokens, share),
                (a, b) -> new Unearned(
                        a.currency(),
                        Math.addExact(a.tokens(), b.tokens()),
                        Math.addExact(a.amountMinor(), b.amountMinor())));
    }
}
