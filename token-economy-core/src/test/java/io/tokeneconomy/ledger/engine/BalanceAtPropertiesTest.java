package io.tokeneconomy.ledger.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Ledger;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.rules.Fold;
import io.tokeneconomy.ledger.store.Bookkeeper;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

class BalanceAtPropertiesTest {

    /** Every second of a life, and the moments around every entry: nothing can hide between. */
    @Property(tries = 150)
    @Domain(Lives.class)
    void isWhatTheHistoryFoldsTo(@ForAll List<Lives.Move> moves) {
        LedgerStore store = MemoryLedgerStore.create();
        Lives lives = new Lives("x", store).live(moves);
        Ledger ledger = new LedgerEngine(store, lives::now, entry -> {});
        for (AccountId account : lives.accounts()) {
            List<LedgerEntry> history = new Bookkeeper(store).history(account);
            for (Instant time : times(history, lives.now())) {
                assertThat(ledger.balanceAt(account, time))
                        .as("%s at %s of %s", account, time, history)
                        .isEqualTo(Fold.at(account, history, time).totals());
            }
        }
    }

    private static Set<Instant> times(List<LedgerEntry> history, Instant now) {
        Set<Instant> times = new TreeSet<>();
        for (Instant time = Lives.START.minusSeconds(700);
                time.isBefore(now.plusSeconds(300));
                time = time.plusSeconds(7)) {
            times.add(time);
        }
        for (LedgerEntry entry : history) {
            times.add(entry.at().minus(Duration.ofNanos(1_000)));
            times.add(entry.at());
            times.add(entry.at().plus(Duration.ofNanos(1_000)));
        }
        return times;
    }
}
