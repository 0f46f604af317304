package io.tokeneconomy.ledger.engine;

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
import io.tokeneconomy.ledger.Lot;
import io.tokeneconomy.ledger.LotUse;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.Remainder;
import io.tokeneconomy.ledger.SettlingWork;
import io.tokeneconomy.ledger.Statement;
import io.tokeneconomy.ledger.StatementQuery;
import io.tokeneconomy.ledger.Sweep;
import io.tokeneconomy.ledger.Totals;
import io.tokeneconomy.ledger.Verification;
import io.tokeneconomy.ledger.store.HostTransaction;
import io.tokeneconomy.ledger.store.HostTransactions;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The ledger that takes part in the host's transaction where the calling thread has one, and else is gathered. */
public final class JoiningLedger implements Ledger {

    private final Ledger gathered;
    private final HostTransactions host;
    private final Function<HostTransaction, Ledger> joined;

    /**
     * @param gathered where nobody has a transaction open
     * @param host tells who has
     * @param joined the ledger within a transaction; light to make
     */
    public JoiningLedger(Ledger gathered, HostTransactions host, Function<HostTransaction, Ledger> joined) {
        this.gathered = gathered;
        this.host = host;
        this.joined = joined;
    }

    @Override
    public Outcome apply(Operation operation) {
        return writing().apply(operation);
    }

    @Override
    public List<Outcome> apply(List<Operation> operations) {
        return writing().apply(operations);
    }

    @Override
    public <T extends @Nullable Object, E extends Exception> ChargeResult<T> charge(
            Charge charge, SettlingWork<T, E> work) throws E {
        if (host.current().isPresent()) {
            throw new IllegalStateException(
                    "charge was called inside a transaction, where nobody else would see the tokens"
                            + " set aside: charge first and begin the transaction within its work, or place a hold and capture it");
        }
        return gathered.charge(charge, work);
    }

    @Override
    public Balance balance(AccountId account) {
        return reading().balance(account);
    }

    @Override
    public Statement statement(StatementQuery query) {
        return reading().statement(query);
    }

    @Override
    public Totals balanceAt(AccountId account, Instant at) {
        return reading().balanceAt(account, at);
    }

    @Override
    public List<Lot> lots(AccountId account) {
        return reading().lots(account);
    }

    @Override
    public List<Hold> holds(AccountId account) {
        return reading().holds(account);
    }

    @Override
    public Remainder carried(AccountId account, String meter) {
        return reading().carried(account, meter);
    }

    @Override
    public AccountSettings settings(AccountId account) {
        return reading().settings(account);
    }

    @Override
    public List<LotUse> lotsOf(LedgerEntry entry) {
        return reading().lotsOf(entry);
    }

    @Override
    public long export(AccountId account, EntryFilter filter, ExportFormat format, Appendable to) throws IOException {
        return reading().export(account, filter, format, to);
    }

    @Override
    public long exportAll(EntryFilter filter, ExportFormat format, Appendable to) throws IOException {
        return reading().exportAll(filter, format, to);
    }

    @Override
    public Optional<LedgerEntry> entry(IdempotencyKey key) {
        return reading().entry(key);
    }

    @Override
    public Verification verify(AccountId account) {
        return reading().verify(account);
    }

    /** In transactions of its own: what is due has nothing to do with whoever asks. */
    @Override
    public Sweep sweep(int limit) {
        return gathered.sweep(limit);
    }

    private Ledger reading() {
        return host.current().map(joined).orElse(gathered);
    }

    private Ledger writing() {
        Optional<HostTransaction> open = host.current();
        if (open.filter(HostTransaction::readOnly).isPresent()) {
            throw new IllegalStateException("a read-only transaction is open, in which nothing can be booked");
        }
        return open.map(joined).orElse(gathered);
    }
}
