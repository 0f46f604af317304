package io.tokeneconomy.ledger.engine;

import io.tokeneconomy.ledger.BulkIncompleteException;
import io.tokeneconomy.ledger.BulkIncompleteException.Result.Known;
import io.tokeneconomy.ledger.BulkIncompleteException.Result.NotBooked;
import io.tokeneconomy.ledger.BulkIncompleteException.Result.Unknown;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.engine.gather.GatherOptions;
import io.tokeneconomy.ledger.engine.gather.GroupCommit;
import io.tokeneconomy.ledger.engine.gather.Result;
import io.tokeneconomy.ledger.rules.Decision;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.StoreException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * The ledger's write side: gathers what callers want at the same time into one update of the store, and tells the
 * listener of each caller's entries on the caller's own thread, after the commit.
 */
final class Commands implements AutoCloseable {

    private final InstantSource time;
    private final Watcher watcher;
    private final GroupCommit<Operation, Answer> gathered;

    Commands(LedgerStore store, InstantSource time, Watcher watcher) {
        this.time = time;
        this.watcher = watcher;
        GatherOptions options = GatherOptions.DEFAULT.withLanes(store.writers()).withWeight(Weight.MOST);
        this.gathered = new GroupCommit<>(options, Commands::lane, Weight::of, new Committer(store, time));
    }

    Outcome apply(Operation operation) {
        return tell(operation, gathered.submit(operation).orElseThrow());
    }

    /** As {@link #apply(Operation)}, for the engine itself: nobody is told of a refusal. */
    Outcome book(Operation operation) {
        return tellBooked(gathered.submit(operation).orElseThrow());
    }

    List<Outcome> apply(List<Operation> operations) {
        List<Result<Answer>> answers = gathered.submitAll(operations);
        List<BulkIncompleteException.Result> results = new ArrayList<>(answers.size());
        for (int i = 0; i < answers.size(); i++) {
            results.add(tell(operations.get(i), answers.get(i)));
        }
        return BulkIncompleteException.requireComplete(results);
    }

    /** Finishes what is under way. The store stays open. */
    @Override
    public void close() {
        gathered.close();
    }

    private BulkIncompleteException.Result tell(Operation operation, Result<Answer> answer) {
        try {
            return new Known(tell(operation, answer.orElseThrow().orElseThrow()));
        } catch (RuntimeException e) {
            return e instanceof StoreException failure && failure.outcomeUnknown() ? new Unknown(e) : new NotBooked(e);
        }
    }

    private Outcome tell(Operation operation, Decision decision) {
        Outcome outcome = tellBooked(decision);
        if (outcome instanceof Outcome.Refusal refusal) {
            watcher.refused(operation, refusal, time.instant());
        }
        return outcome;
    }

    private Outcome tellBooked(Decision decision) {
        decision.entries().forEach(watcher::booked);
        return decision.outcome();
    }

    /** An account's operations keep their order; a transfer goes with its sender's. */
    private static int lane(Operation operation) {
        return operation.account().hashCode();
    }
}
