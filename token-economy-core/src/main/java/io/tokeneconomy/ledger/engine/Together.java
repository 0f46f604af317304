package io.tokeneconomy.ledger.engine;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.rules.Decision;
import io.tokeneconomy.ledger.rules.LedgerRules;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Books operations in an update of their own, waiting for no company: all of them or none. */
record Together(LedgerStore store, InstantSource time, Watcher watcher) implements Bookings {

    /** What came of the last one that was decided, and what was booked. */
    private record Answer(Outcome outcome, List<LedgerEntry> entries) {}

    @Override
    public Outcome book(List<Operation> operations) {
        Instant now = time.instant();
        Answer answer = store.update(scope(operations), snapshot -> decide(snapshot, operations, now));
        answer.entries().forEach(watcher::booked);
        return answer.outcome();
    }

    private static Scope scope(List<Operation> operations) {
        Set<AccountId> accounts = new HashSet<>();
        Set<IdempotencyKey> keys = new HashSet<>();
        for (Operation operation : operations) {
            accounts.addAll(operation.accounts());
            keys.addAll(operation.keys());
        }
        return Scope.of(accounts, keys);
    }

    private static Changes<Answer> decide(Snapshot snapshot, List<Operation> operations, Instant now) {
        Draft draft = new Draft(snapshot);
        List<LedgerEntry> entries = new ArrayList<>();
        Changes<Answer> changes = null;
        for (Operation operation : operations) {
            Decision decision = LedgerRules.decide(draft, operation, now);
            if (!decision.outcome().stands()) {
                return Changes.none(new Answer(decision.outcome(), List.of()));
            }
            draft.take(decision);
            entries.addAll(decision.entries());
            changes = draft.changes(new Answer(decision.outcome(), entries));
        }
        return Objects.requireNonNull(changes, "no operation");
    }
}
