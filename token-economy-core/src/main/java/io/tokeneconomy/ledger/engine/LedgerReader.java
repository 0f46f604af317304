package io.tokeneconomy.ledger.engine;

import io.tokeneconomy.internal.Checks;
import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.EntryFilter;
import io.tokeneconomy.ledger.ExportFormat;
import io.tokeneconomy.ledger.Hold;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.Lot;
import io.tokeneconomy.ledger.LotUse;
import io.tokeneconomy.ledger.Remainder;
import io.tokeneconomy.ledger.Statement;
import io.tokeneconomy.ledger.StatementQuery;
import io.tokeneconomy.ledger.Totals;
import io.tokeneconomy.ledger.rules.LedgerRules;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Everything that is read from a ledger beyond a balance. Thread-safe. */
final class LedgerReader {

    private final LedgerStore store;
    private final InstantSource time;

    LedgerReader(LedgerStore store, InstantSource time) {
        this.store = store;
        this.time = time;
    }

    Statement statement(StatementQuery query) {
        return new StatementReader(store, query).read();
    }

    Totals balanceAt(AccountId account, Instant at) {
        Instant micros = Checks.time("at", at);
        return new PointInTime(new History(store, account), state(account))
                .at(micros)
                .account()
                .totals();
    }

    List<Lot> lots(AccountId account) {
        return settled(account).lots().stream().sorted(Lot.BURN_ORDER).toList();
    }

    List<Hold> holds(AccountId account) {
        return settled(account).holds();
    }

    Remainder carried(AccountId account, String meter) {
        Checks.text("meter", meter, LedgerLimits.MAX_METER);
        return state(account).counters().remainders().getOrDefault(meter, Remainder.ZERO);
    }

    AccountSettings settings(AccountId account) {
        return state(account).settings();
    }

    List<LotUse> lotsOf(LedgerEntry entry) {
        return new LotTrace(new History(store, entry.account())).of(entry);
    }

    long export(AccountId account, EntryFilter filter, ExportFormat format, Appendable to) throws IOException {
        return new Exporter(store, filter, EntryFormat.of(format, to)).account(account);
    }

    long exportAll(EntryFilter filter, ExportFormat format, Appendable to) throws IOException {
        return new Exporter(store, filter, EntryFormat.of(format, to)).everything();
    }

    private Account settled(AccountId account) {
        return LedgerRules.settle(state(account), time.instant()).account();
    }

    private Account state(AccountId account) {
        return store.read(Scope.NOTHING.account(account)).account(account);
    }
}
