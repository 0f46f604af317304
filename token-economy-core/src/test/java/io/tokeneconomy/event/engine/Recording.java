package io.tokeneconomy.event.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.event.EntrySubscriber;
import io.tokeneconomy.event.TokenEconomyEvent.OfEntry;
import io.tokeneconomy.ledger.AccountId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Remembers which entries of each account it received, as they came. */
class Recording implements EntrySubscriber {

    private final Map<AccountId, List<Long>> received = new HashMap<>();

    @Override
    public synchronized void receive(OfEntry event) {
        received.computeIfAbsent(event.account(), id -> new ArrayList<>())
                .add(event.entry().sequence());
    }

    synchronized List<Long> of(AccountId account) {
        return List.copyOf(received.getOrDefault(account, List.of()));
    }

    /** Entries may come again, but none before the one ahead of it, and none is left out up to the last one. */
    void hasEveryEntryInOrder(AccountId account, long last) {
        List<Long> sequences = of(account);
        long known = 0;
        for (long sequence : sequences) {
            assertThat(sequence).as("%s: %s", account, sequences).isLessThanOrEqualTo(known + 1);
            known = Math.max(known, sequence);
        }
        assertThat(known).as("the last of %s", account).isEqualTo(last);
    }
}
