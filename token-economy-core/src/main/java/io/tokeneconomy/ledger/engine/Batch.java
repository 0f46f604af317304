package io.tokeneconomy.ledger.engine;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.rules.LedgerRules;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Operations that share one update: decided one after another over one snapshot, each with its own answer. */
final class Batch {

    private final List<Operation> operations;
    private final Instant now;

    Batch(List<Operation> operations, Instant now) {
        this.operations = operations;
        this.now = now;
    }

    Scope scope() {
        if (operations.size() == 1) {
            Operation only = operations.get(0);
            return Scope.of(only.accounts(), only.keys());
        }
        Set<AccountId> accounts = new HashSet<>();
        Set<IdempotencyKey> keys = new HashSet<>();
        for (Operation operation : operations) {
            accounts.addAll(operation.accounts());
            keys.addAll(operation.keys());
        }
        return Scope.of(accounts, keys);
    }

    /** Pure but for the salts: it may run again on a fresh snapshot. */
    Changes<List<Answer>> decide(Snapshot snapshot) {
        Draft draft = new Draft(snapshot);
        List<Answer> answers = new ArrayList<>(operations.size());
        for (Operation operation : operations) {
            answers.add(decide(draft, operation));
        }
        return draft.changes(answers);
    }

    private Answer decide(Draft draft, Operation operation) {
        try {
            Answer.Decided decided = new Answer.Decided(LedgerRules.decide(draft, operation, now));
            draft.take(decided.decision());
            return decided;
        } catch (RuntimeException e) {
            return new Answer.Failed(e);
        }
    }
}
