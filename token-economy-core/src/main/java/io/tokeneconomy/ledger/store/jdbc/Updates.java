package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.store.AccountsLockedException;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.ledger.store.StoreException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How an update is made.
 *
 * <p>The sure way locks what the scope names, reads it, decides, writes and commits. The short way decides on accounts
 * as this store last committed them, as if no key were known, and writes at once, provided that the database confirms
 * each account's head and finds each key unused. It is taken only when every key of the scope gets an entry; so
 * nothing is ever answered from memory alone. When it fails, the sure way finds out why.
 */
final class Updates {

    private final Transactions transactions;
    private final Dialect dialect;
    private final Shelf shelf;

    Updates(Transactions transactions, Dialect dialect, Shelf shelf) {
        this.transactions = transactions;
        this.dialect = dialect;
        this.shelf = shelf;
    }

    <R extends @Nullable Object> R update(Deadline deadline, Scope scope, Function<Snapshot, Changes<R>> decision) {
        Guess<R> guess = guess(scope, decision);
        if (guess != null && stands(deadline, guess)) {
            return guess.changes.result();
        }
        Decided<R> decided = surely(deadline, scope, decision);
        if (guess != null) {
            learn(guess, decided.before);
        }
        keep(scope, decided);
        return decided.changes.result();
    }

    /**
     * The same, but waits only a moment for locks.
     *
     * @param again for finding out whose they are
     * @throws AccountsLockedException when that was not enough
     */
    <R extends @Nullable Object> R updateUnlessLocked(
            Deadline deadline, Deadline again, Scope scope, Function<Snapshot, Changes<R>> decision) {
        try {
            return update(deadline, scope, decision);
        } catch (StoreException e) {
            boolean locked = e.getCause() instanceof SQLException cause && dialect.trouble(cause) == Trouble.IN_THE_WAY;
            if (!locked || e.outcomeUnknown() || Thread.currentThread().isInterrupted()) {
                throw e;
            }
            throw new AccountsLockedException(String.valueOf(e.getMessage()), locked(again, scope), e);
        }
    }

    /** Some of them may just be in use, and one that is only being created is not found. */
    private Set<AccountId> locked(Deadline deadline, Scope scope) {
        return scope.accounts().size() < 2
                ? scope.accounts()
                : transactions.write(deadline, session -> AccountTable.locked(session, scope.accounts()));
    }

    private boolean stands(Deadline deadline, Guess<?> guess) {
        boolean stands = false;
        try {
            stands = confirmed(deadline, guess.booked);
        } finally {
            if (!stands) {
                shelf.drop(guess.accounts.values());
            }
        }
        if (stands) {
            shelf.putAll(guess.changes.accounts());
        }
        return stands;
    }

    private <R extends @Nullable Object> Decided<R> surely(
            Deadline deadline, Scope scope, Function<Snapshot, Changes<R>> decision) {
        List<LedgerEntry> tried = new ArrayList<>();
        try {
            return transactions.write(deadline, session -> {
                Snapshot before = Tables.load(session, scope, Tables.Locking.LOCKED);
                Changes<R> changes = decision.apply(before);
                changes.requireFitting(before);
                tried.clear();
                tried.addAll(changes.entries());
                Tables.write(session, before, changes);
                return new Decided<>(before, changes);
            });
        } catch (StoreException e) {
            throw e.getCause() instanceof SQLException cause && dialect.trouble(cause) == Trouble.CLASH
                    ? clash(deadline, tried, cause)
                    : e;
        }
    }

    /** A decision that books under a key which it did not look at, or an account behind its own entries. */
    private StoreException clash(Deadline deadline, List<LedgerEntry> entries, SQLException cause) {
        List<IdempotencyKey> keys = entries.stream().map(LedgerEntry::key).toList();
        List<IdempotencyKey> taken =
                transactions.look(deadline, session -> EntryTable.find(session, keys, false)).keySet().stream()
                        .limit(3)
                        .toList();
        return StoreException.broken("an entry cannot be added; keys taken before: " + taken, cause);
    }

    /** Writes it, provided that everything is as it was. */
    private boolean confirmed(Deadline deadline, Booked booked) {
        Bookings bookings = dialect.bookings();
        if (bookings.atOnce(booked)) {
            return transactions.tryAtOnce(deadline, session -> bookings.writeAtOnce(session, booked));
        }
        return transactions.tryWrite(deadline, session -> bookings.confirmAndWrite(session, booked));
    }

    /** What the decision would be if nothing had changed; null when that cannot be told or could not be confirmed. */
    private <R extends @Nullable Object> @Nullable Guess<R> guess(
            Scope scope, Function<Snapshot, Changes<R>> decision) {
        if (scope.keys().isEmpty() || !onlyBooks(scope)) {
            return null;
        }
        Map<AccountId, Account> accounts = shelf.find(scope.accounts());
        if (accounts.isEmpty()) {
            return null;
        }
        try {
            Snapshot before = new Snapshot(scope, accounts, Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
            Changes<R> changes = decision.apply(before);
            changes.requireFitting(before);
            Booked booked = Booked.of(before, changes);
            return confirmable(scope, changes, booked) ? new Guess<>(accounts, changes, booked) : null;
        } catch (RuntimeException e) {
            // what it was given may be out of date: the sure way tells
            return null;
        }
    }

    private boolean confirmable(Scope scope, Changes<?> changes, Booked booked) {
        return changes.orders().isEmpty()
                && changes.customers().isEmpty()
                && changes.parked().isEmpty()
                && changes.backlogs().isEmpty()
                && !booked.entries().isEmpty()
                && booked.changed().size() == scope.accounts().size()
                && booksEachKey(scope, changes.entries());
    }

    private static boolean booksEachKey(Scope scope, List<LedgerEntry> entries) {
        if (scope.keys().size() > entries.size()) {
            return false;
        }
        Set<IdempotencyKey> booked = new HashSet<>(2 * entries.size());
        entries.forEach(entry -> booked.add(entry.key()));
        return booked.containsAll(scope.keys());
    }

    private static boolean onlyBooks(Scope scope) {
        return scope.orders().isEmpty()
                && scope.customers().isEmpty()
                && scope.sessions().isEmpty()
                && scope.backlogs().isEmpty();
    }

    private void learn(Guess<?> guess, Snapshot found) {
        guess.accounts.forEach((id, account) -> {
            if (found.account(id).sequence() != account.sequence()) {
                shelf.lost(id);
            }
        });
    }

    private void keep(Scope scope, Decided<?> decided) {
        List<Account> found = new ArrayList<>(scope.accounts().size());
        scope.accounts().forEach(id -> found.add(decided.before.account(id)));
        shelf.putAll(found);
        shelf.putAll(decided.changes.accounts());
    }

    /** A decision on what was found. */
    record Decided<R extends @Nullable Object>(Snapshot before, Changes<R> changes) {}

    private record Guess<R extends @Nullable Object>(
            Map<AccountId, Account> accounts, Changes<R> changes, Booked booked) {}
}
