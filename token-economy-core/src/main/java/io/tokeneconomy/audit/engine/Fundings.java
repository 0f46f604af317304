package io.tokeneconomy.audit.engine;

import io.tokeneconomy.audit.TokenSum;
import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.Allocation;
import io.tokeneconomy.ledger.Effects;
import io.tokeneconomy.ledger.Funding;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Lot;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.engine.History;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Splits one account's entries into paid and free tokens. Remembers what it learned of lots, up to a limit. */
final class Fundings {

    private static final int REMEMBERED = 5_000;

    private final History history;
    private final Map<Long, Funding> known = new Remembered();

    Fundings(History history, Account state) {
        this.history = history;
        state.lots().forEach(this::learn);
        state.holds().forEach(hold -> hold.parts().forEach(this::learn));
    }

    /** What an account has. */
    static TokenSum of(Account account) {
        TokenSum sum = new TokenSum(0, 0, account.totals().debt());
        for (Lot lot : account.lots()) {
            sum = sum.plus(tokens(lot.terms().funding(), lot.remaining()));
        }
        for (var hold : account.holds()) {
            for (Lot part : hold.parts()) {
                sum = sum.plus(tokens(part.terms().funding(), part.remaining()));
            }
        }
        return sum;
    }

    void learn(LedgerEntry entry) {
        LotTerms terms = entry.movement().effects().terms();
        if (terms != null) {
            known.put(entry.sequence(), terms.funding());
        }
    }

    private void learn(Lot lot) {
        known.put(lot.number(), lot.terms().funding());
    }

    /** What an entry changed; what neither lots nor holds account for, the debt does. */
    TokenSum change(LedgerEntry entry) {
        Effects effects = entry.movement().effects();
        TokenSum tokens = sum(effects.lots());
        if (effects.hold() != null) {
            tokens = tokens.plus(sum(effects.hold().parts()));
        }
        return new TokenSum(tokens.paid(), tokens.free(), tokens.settled() - entry.amount());
    }

    private TokenSum sum(List<Allocation> allocations) {
        TokenSum sum = TokenSum.ZERO;
        for (Allocation allocation : allocations) {
            sum = sum.plus(tokens(funding(allocation.lot()), allocation.amount()));
        }
        return sum;
    }

    private Funding funding(long lot) {
        Funding funding = known.get(lot);
        if (funding == null) {
            learn(history.entry(lot));
            funding = Objects.requireNonNull(known.get(lot));
        }
        return funding;
    }

    private static TokenSum tokens(Funding funding, long amount) {
        return funding == Funding.PAID ? new TokenSum(amount, 0, 0) : new TokenSum(0, amount, 0);
    }

    /** Forgets what was not asked for longest. */
    private static final class Remembered extends LinkedHashMap<Long, Funding> {

        private static final long serialVersionUID = 1L;

        Remembered() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Funding> eldest) {
            return size() > REMEMBERED;
        }
    }
}
