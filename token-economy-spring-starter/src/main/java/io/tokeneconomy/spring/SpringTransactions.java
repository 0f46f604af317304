package io.tokeneconomy.spring;

import io.tokeneconomy.ledger.store.HostTransaction;
import io.tokeneconomy.ledger.store.HostTransactions;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.jdbc.JdbcLedgerStore;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Spring's transactions on the database that the ledger is kept in, whether JDBC or JPA began them. */
final class SpringTransactions implements HostTransactions {

    private final JdbcLedgerStore store;
    private final DataSource source;
    private final BooleanSupplier committing;

    /**
     * @param store the ledger's store
     * @param source where it has its connections from
     * @param committing whether the thread's transaction is being committed already
     */
    SpringTransactions(JdbcLedgerStore store, DataSource source, BooleanSupplier committing) {
        this.store = store;
        this.source = source;
        this.committing = committing;
    }

    @Override
    public Optional<HostTransaction> current() {
        boolean open = TransactionSynchronizationManager.isActualTransactionActive()
                && TransactionSynchronizationManager.isSynchronizationActive()
                && !committing.getAsBoolean();
        return open && TransactionSynchronizationManager.getResource(source) instanceof ConnectionHolder holder
                ? Optional.of(new Open(store.joining(holder.getConnection())))
                : Optional.empty();
    }

    private record Open(LedgerStore store) implements HostTransaction {

        @Override
        public boolean readOnly() {
            return TransactionSynchronizationManager.isCurrentTransactionReadOnly();
        }

        @Override
        public void atEnd(Runnable committed, Runnable rolledBack) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    (status == STATUS_ROLLED_BACK ? rolledBack : committed).run();
                }
            });
        }
    }
}
