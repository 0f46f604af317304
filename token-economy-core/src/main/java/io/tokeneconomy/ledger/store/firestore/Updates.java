package io.tokeneconomy.ledger.store.firestore;

import com.google.api.gax.rpc.ApiException;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.ledger.store.StoreException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes one decision atomic, in the first of these ways that will do:
 *
 * <ol>
 *   <li><em>Guess</em>: decide on the accounts as this process remembers them and on free keys, and commit. It counts
 *       only when the commit proves all of that: every document of the scope is written, on condition that it still has
 *       the version that was decided on, or is still absent. One round trip.
 *   <li><em>Look</em>: the same with what is read first, all at one moment. Without changes there is nothing to prove:
 *       the result is true of that moment. Two round trips.
 *   <li><em>Transaction</em>: where some document of the scope is only looked at and must not change meanwhile.
 * </ol>
 *
 * Of a guess that is not committed nothing remains, neither a failure nor a result: it may rest on an outdated state.
 */
final class Updates {

    private static final Documents NONE = new Documents(List.of());

    private final Rpc rpc;
    private final Layout layout;
    private final Transactions transactions;
    private final KnownAccounts known;
    private final Commits commits;
    private final Turns turns = new Turns();

    Updates(Rpc rpc, Layout layout, Transactions transactions, KnownAccounts known) {
        this.rpc = rpc;
        this.layout = layout;
        this.transactions = transactions;
        this.known = known;
        this.commits = new Commits(rpc, layout, known);
    }

    Turns turns() {
        return turns;
    }

    <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision, Patience patience) {
        Turns.Turn turn = turns.take(layout.documents(scope), patience);
        try {
            Changes<R> changes = guess(scope, decision);
            return (changes == null ? look(scope, decision, patience) : changes).result();
        } catch (StoreException e) {
            if (e.outcomeUnknown()) {
                known.forget(scope.accounts());
            }
            throw e;
        } finally {
            turn.close();
        }
    }

    private <R> @Nullable Changes<R> guess(Scope scope, Function<Snapshot, Changes<R>> decision) {
        boolean onlyBooks = scope.orders().isEmpty()
                && scope.customers().isEmpty()
                && scope.sessions().isEmpty()
                && scope.backlogs().isEmpty();
        Map<AccountId, KnownAccounts.Known> accounts = onlyBooks ? known.all(scope.accounts()) : null;
        if (accounts == null || accounts.isEmpty()) {
            return null;
        }
        Basis basis = Basis.guessed(scope, layout, accounts);
        Changes<R> changes = decideOnGuess(basis.snapshot(), decision);
        if (changes == null || !changes.news().isEmpty()) {
            return null;
        }
        Writes writes = new Writes(layout, basis, changes, NONE);
        if (!writes.proveAll()) {
            return null;
        }
        if (commits.tryAll(basis, writes) != null) {
            known.contested(scope.accounts());
            return null;
        }
        return changes;
    }

    private static <R> @Nullable Changes<R> decideOnGuess(Snapshot guess, Function<Snapshot, Changes<R>> decision) {
        try {
            return decide(guess, decision);
        } catch (RuntimeException e) {
            return null;
        }
    }

    private <R> Changes<R> look(Scope scope, Function<Snapshot, Changes<R>> decision, Patience patience) {
        Set<String> documents = layout.documents(scope);
        while (true) {
            Documents found = documents.isEmpty() ? NONE : transactions.read(patience, () -> get(documents));
            Basis basis = Basis.found(scope, layout, found);
            Changes<R> changes = decide(basis.snapshot(), decision);
            Set<String> news = backlogs(changes);
            Documents told = news.isEmpty() ? NONE : transactions.read(patience, () -> get(news));
            Basis all = basis.and(told);
            Writes writes = new Writes(layout, all, changes, told);
            if (writes.all().isEmpty()) {
                return changes;
            }
            if (!writes.proveAll()) {
                return inTransaction(scope, decision, patience);
            }
            ApiException conflict = commits.tryAll(all, writes);
            if (conflict == null) {
                return changes;
            }
            if (Failures.isTaken(conflict)) {
                return inTransaction(scope, decision, patience);
            }
            patience.pause("other processes or for Firestore", conflict);
        }
    }

    private <R> Changes<R> inTransaction(Scope scope, Function<Snapshot, Changes<R>> decision, Patience patience) {
        Set<String> documents = layout.documents(scope);
        return transactions.run(patience, attempt -> {
            Basis basis = Basis.found(scope, layout, attempt.get(documents));
            Changes<R> changes = decide(basis.snapshot(), decision);
            Set<String> news = backlogs(changes);
            Documents told = news.isEmpty() ? NONE : attempt.get(news);
            Basis all = basis.and(told);
            Writes writes = new Writes(layout, all, changes, told);
            if (writes.all().isEmpty()) {
                attempt.rollback();
            } else {
                commits.learn(all, writes, attempt.commit(writes.all()));
            }
            return changes;
        });
    }

    private static <R> Changes<R> decide(Snapshot before, Function<Snapshot, Changes<R>> decision) {
        Changes<R> changes = decision.apply(before);
        changes.requireFitting(before);
        return changes;
    }

    private Documents get(Set<String> documents) {
        return new Documents(rpc.get(documents));
    }

    private Set<String> backlogs(Changes<?> changes) {
        return changes.news().stream().map(news -> layout.backlog(news.key())).collect(Collectors.toSet());
    }
}
