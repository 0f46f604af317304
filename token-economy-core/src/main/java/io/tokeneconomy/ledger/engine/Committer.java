package io.tokeneconomy.ledger.engine;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.engine.gather.Work;
import io.tokeneconomy.ledger.store.AccountsLockedException;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.ledger.store.StoreException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Books gathered operations in one update. Those of an account that others have locked are left out, at once when it is
 * known to be; it is until a patient one of them has come to its end.
 */
final class Committer implements Work<Operation, Answer> {

    /** How updates of the store are made. */
    private interface Updating {
        List<Answer> update(Scope scope, Function<Snapshot, Changes<List<Answer>>> decision);
    }

    private final LedgerStore store;
    private final InstantSource time;
    private final Set<AccountId> locked = ConcurrentHashMap.newKeySet();

    Committer(LedgerStore store, InstantSource time) {
        this.store = store;
        this.time = time;
    }

    @Override
    public List<@Nullable Answer> commit(List<Operation> operations) {
        return locked.isEmpty() ? book(operations) : bookWithout(Set.copyOf(locked), operations);
    }

    @Override
    public Answer commitPatiently(Operation operation) {
        try {
            return operation.accounts().size() == 1
                    ? update(List.of(operation), store::update).get(0)
                    : bookOnSeveral(operation);
        } finally {
            locked.removeAll(operation.accounts());
        }
    }

    /** Whoever waits for one account must not keep the others locked meanwhile: each is waited for by itself. */
    private Answer bookOnSeveral(Operation operation) {
        operation.accounts().stream().filter(locked::contains).forEach(this::awaitFree);
        try {
            return update(List.of(operation), store::updateUnlessLocked).get(0);
        } catch (AccountsLockedException e) {
            e.accounts().forEach(this::awaitFree);
            return update(List.of(operation), store::update).get(0);
        }
    }

    /** An update that changes nothing waits for its account all the same. */
    private void awaitFree(AccountId account) {
        store.update(Scope.NOTHING.account(account), before -> Changes.none(account));
    }

    private List<@Nullable Answer> book(List<Operation> operations) {
        try {
            return Collections.unmodifiableList(update(operations, store::updateUnlessLocked));
        } catch (AccountsLockedException e) {
            Set<AccountId> found = e.accounts();
            if (found.isEmpty()) {
                found = onlyOnes(operations, e);
            }
            locked.addAll(found);
            return bookWithout(found, operations);
        }
    }

    /** Whoever is alone is in nobody's way but its own; of several each must be tried alone. */
    private static Set<AccountId> onlyOnes(List<Operation> operations, AccountsLockedException why) {
        if (operations.size() > 1) {
            throw why;
        }
        return Set.copyOf(operations.get(0).accounts());
    }

    private List<@Nullable Answer> bookWithout(Set<AccountId> without, List<Operation> operations) {
        Predicate<Operation> isFree = operation -> Collections.disjoint(operation.accounts(), without);
        List<Operation> free = operations.stream().filter(isFree).toList();
        List<@Nullable Answer> booked = free.isEmpty() ? List.of() : book(free);
        Iterator<@Nullable Answer> next = booked.iterator();
        List<@Nullable Answer> answers = new ArrayList<>(operations.size());
        for (Operation operation : operations) {
            answers.add(isFree.test(operation) ? next.next() : null);
        }
        return answers;
    }

    private List<Answer> update(List<Operation> operations, Updating store) {
        Batch batch = new Batch(operations, time.instant());
        Scope scope = batch.scope();
        try {
            return store.update(scope, batch::decide);
        } catch (StoreException e) {
            if (operations.size() > 1 || !e.outcomeUnknown()) {
                throw e;
            }
            return askAgain(scope, batch, store, e);
        }
    }

    /** Whether an operation stands although its commit was not confirmed, its key tells: asking again books it once. */
    private static List<Answer> askAgain(Scope scope, Batch batch, Updating store, StoreException unknown) {
        try {
            return store.update(scope, batch::decide);
        } catch (StoreException | AccountsLockedException e) {
            unknown.addSuppressed(e);
            throw unknown;
        }
    }
}
