package io.tokeneconomy.ledger.engine;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;
import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.Balance;
import io.tokeneconomy.ledger.Charge;
import io.tokeneconomy.ledger.ChargeResult;
import io.tokeneconomy.ledger.EntryFilter;
import io.tokeneconomy.ledger.ExportFormat;
import io.tokeneconomy.ledger.Hold;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Ledger;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.Lot;
import io.tokeneconomy.ledger.LotUse;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.Purchase;
import io.tokeneconomy.ledger.Remainder;
import io.tokeneconomy.ledger.SettlingWork;
import io.tokeneconomy.ledger.Statement;
import io.tokeneconomy.ledger.StatementQuery;
import io.tokeneconomy.ledger.Sweep;
import io.tokeneconomy.ledger.Totals;
import io.tokeneconomy.ledger.Verification;
import io.tokeneconomy.ledger.rules.LedgerRules;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ledger on a store. Operations that arrive together are booked together, each with its own outcome. */
public final class LedgerEngine implements Ledger, AutoCloseable {

    private final LedgerStore store;
    private final InstantSource time;
    private final Commands commands;
    private final LedgerReader reader;
    private final Sweeper sweeper;
    private final Charging charging;

    /**
     * @param store where everything is kept
     * @param time the time of bookings
     * @param watcher told what became of things after the commit, on the thread of who asked for them
     */
    public LedgerEngine(LedgerStore store, InstantSource time, Watcher watcher) {
        this.store = store;
        this.time = time;
        this.reader = new LedgerReader(store, time);
        this.commands = new Commands(store, time, watcher);
        this.sweeper = new Sweeper(store, time, watcher);
        this.charging = new Charging(store, commands::book, new Together(store, time, watcher), watcher, time);
    }

    @Override
    public Outcome apply(Operation operation) {
        requireHosts(operation);
        return commands.apply(operation);
    }

    @Override
    public List<Outcome> apply(List<Operation> operations) {
        // checked is what is booked, also when the caller changes the list meanwhile
        List<Operation> all = List.copyOf(operations);
        Checks.range("number of operations", all.size(), 1, LedgerLimits.MAX_BULK);
        all.forEach(LedgerEngine::requireHosts);
        return commands.apply(all);
    }

    @Override
    public <T extends @Nullable Object, E extends Exception> ChargeResult<T> charge(
            Charge charge, SettlingWork<T, E> work) throws E {
        return charging.charge(charge, work);
    }

    @Override
    public Balance balance(AccountId account) {
        return LedgerRules.balance(state(account), time.instant());
    }

    @Override
    public Statement statement(StatementQuery query) {
        return reader.statement(query);
    }

    @Override
    public Totals balanceAt(AccountId account, Instant at) {
        return reader.balanceAt(account, at);
    }

    @Override
    public List<Lot> lots(AccountId account) {
        return reader.lots(account);
    }

    @Override
    public List<Hold> holds(AccountId account) {
        return reader.holds(account);
    }

    @Override
    public Remainder carried(AccountId account, String meter) {
        return reader.carried(account, meter);
    }

    @Override
    public AccountSettings settings(AccountId account) {
        return reader.settings(account);
    }

    @Override
    public List<LotUse> lotsOf(LedgerEntry entry) {
        return reader.lotsOf(entry);
    }

    @Override
    public long export(AccountId account, EntryFilter filter, ExportFormat format, Appendable to) throws IOException {
        return reader.export(account, filter, format, to);
    }

    @Override
    public long exportAll(EntryFilter filter, ExportFormat format, Appendable to) throws IOException {
        return reader.exportAll(filter, format, to);
    }

    @Override
    public Optional<LedgerEntry> entry(IdempotencyKey key) {
        return store.read(Scope.NOTHING.key(key)).entry(key);
    }

    @Override
    public Verification verify(AccountId account) {
        return new Verifier(store, account).verify();
    }

    @Override
    public Sweep sweep(int limit) {
        return sweeper.sweep(limit);
    }

    /**
     * Finishes what is under way and takes nothing more. Charges whose work still runs are not waited for; their tokens are
     * taken or given back when it ends, as long as the store is open, and it stays open. Closing again does nothing.
     */
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
}
