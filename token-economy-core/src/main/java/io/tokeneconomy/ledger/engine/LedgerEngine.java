package io.tokeneconomy.ledger.engine;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;
import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Balance;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Ledger;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.Purchase;
import io.tokeneconomy.ledger.Statement;
import io.tokeneconomy.ledger.StatementCursor;
import io.tokeneconomy.ledger.Verification;
import io.tokeneconomy.ledger.rules.LedgerRules;
import io.tokeneconomy.ledger.store.EntryQuery;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Page;
import io.tokeneconomy.ledger.store.Scope;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The ledger on a store. Operations that arrive together are booked together, each with its own outcome. */
public final class LedgerEngine implements Ledger, AutoCloseable {

    private final LedgerStore store;
    private final InstantSource time;
    private final Commands commands;

    /**
     * @param store where everything is kept
     * @param time the time of bookings
     * @param booked told every entry after its commit, on the thread of who asked for it; must not throw
     */
    public LedgerEngine(LedgerStore store, InstantSource time, Consumer<LedgerEntry> booked) {
        this.store = store;
        this.time = time;
        this.commands = new Commands(store, time, booked);
    }

    @Override
    public Outcome apply(Operation operation) {
        requireHosts(operation);
        return commands.apply(operation);
    }

    @Override
    public List<Outcome> apply(List<Operation> operations) {
        Checks.range("number of operations", operations.size(), 1, LedgerLimits.MAX_BULK);
        operations.forEach(LedgerEngine::requireHosts);
        return commands.apply(operations);
    }

    @Override
    public Balance balance(AccountId account) {
        return LedgerRules.balance(state(account), time.instant());
    }

    @Override
    public Statement statement(AccountId account, int limit, @Nullable StatementCursor cursor) {
        Checks.range("limit", limit, 1, LedgerLimits.MAX_PAGE);
        long before = cursor == null ? Long.MAX_VALUE : cursor.sequence();
        Page<LedgerEntry> page = store.entries(EntryQuery.before(account, before, limit));
        return new Statement(page.items(), page.hasMore() ? cursorAfter(page.items()) : null);
    }

    @Override
    public Optional<LedgerEntry> entry(IdempotencyKey key) {
        return store.read(Scope.NOTHING.key(key)).entry(key);
    }

    @Override
    public Verification verify(AccountId account) {
        return new Verifier(store, account).verify();
    }

    /** Finishes what is under way and takes nothing more. The store stays open. Closing again does nothing. */
    @Override
    public void close() {
        commands.close();
    }

    /** A purchase without its order would be credited twice: by its caller and by its payment. */
    private static void requireHosts(Operation operation) {
        operation.key().requireUnreserved();
        if (operation instanceof Purchase) {
            throw new InvalidValueException("operation", "a purchase", "any other; checkouts book purchases");
        }
    }

    private Account state(AccountId account) {
        return store.read(Scope.NOTHING.account(account)).account(account);
    }

    private static StatementCursor cursorAfter(List<LedgerEntry> entries) {
        return new StatementCursor(entries.get(entries.size() - 1).sequence());
    }
}
