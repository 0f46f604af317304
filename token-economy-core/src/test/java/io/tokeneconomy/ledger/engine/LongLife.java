package io.tokeneconomy.ledger.engine;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.PlaceHold;
import io.tokeneconomy.ledger.Spend;
import io.tokeneconomy.ledger.rules.LedgerRules;
import io.tokeneconomy.ledger.rules.Salts;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An account with very many entries, a second apart, written many at a time. */
public final class LongLife {

    /** When it begins. */
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final int BATCH = 500;
    private static final int EXPIRING = 50;

    private LongLife() {}

    /**
     * Books so many operations. Every fiftieth grants tokens that expire after a minute, or holds some; expiries and
     * time-outs are entries besides.
     */
    public static void live(LedgerStore store, AccountId account, int operations) {
        for (int done = 0; done < operations; done += BATCH) {
            List<Operation> batch = new ArrayList<>();
            for (int i = done; i < Math.min(done + BATCH, operations); i++) {
                batch.add(operation(account, i));
            }
            int first = done;
            Set<IdempotencyKey> keys =
                    Set.copyOf(batch.stream().map(Operation::key).toList());
            store.update(Scope.of(List.of(account), keys), before -> {
                Draft draft = new Draft(before, Salts::of);
                for (int i = 0; i < batch.size(); i++) {
                    draft.take(LedgerRules.decide(draft, batch.get(i), START.plusSeconds(first + i)));
                }
                return draft.changes("");
            });
        }
    }

    private static Operation operation(AccountId account, int i) {
        IdempotencyKey key = IdempotencyKey.of(account + "-" + i);
        if (i == 0) {
            return Grant.of(account, 1_000_000_000, key);
        }
        if (i % EXPIRING == 0) {
            return Grant.of(account, 70, key).expiring(START.plusSeconds(i + 60));
        }
        return i % EXPIRING == 1
                ? PlaceHold.of(account, 3, key, Duration.ofSeconds(90))
                : Spend.of(account, 1, key).withReference("r" + i % 7);
    }
}
