package io.tokeneconomy.spring;

import io.tokeneconomy.ledger.store.HostTransaction;
import io.tokeneconomy.ledger.store.HostTransactions;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.jdbc.JdbcLedgerStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Spring's transactions on the database that the ledger is kept in, whether JDBC or JPA began them. */
final class SpringTransactions implements HostTransactions {

    private final JdbcLedgerStore store;
    private final DataSource source;
    private final CommitPhases phases;

    /**
     * @param store the ledger's store
     * @param source where it has its connections from
     * @param phases the transactions that the thread is in
     */
    SpringTransactions(JdbcLedgerStore store, DataSource source, CommitPhases phases) {
        this.store = store;
        this.source = source;
        this.phases = phases;
    }

    @Override
    public Optional<HostTransaction> current() {
        boolean open = TransactionSynchronizationManager.isActualTransactionActive()
                && TransactionSynchronizationManager.isSynchronizationActive();
        return open && TransactionSynchronizationManager.getResource(source) instanceof ConnectionHolder connection
                ? current(connection)
                : Optional.empty();
    }

    private Optional<HostTransaction> current(ConnectionHolder connection) {
        boolean seen = !phases.isEmpty();
        // a manager that is no bean is not seen; then only the synchronization tells of the end
        Optional<TransactionPhase> phase =
                seen ? phases.of(connection) : Optional.of(new TransactionPhase(List.of(connection)));
        return phase.filter(found -> !found.isEnding())
                .map(found -> new Open(store.joining(connection.getConnection()), found, seen));
    }

    private record Open(LedgerStore store, TransactionPhase phase, boolean seen) implements HostTransaction {

        @Override
        public boolean readOnly() {
            return TransactionSynchronizationManager.isCurrentTransactionReadOnly();
        }

        @Override
        public void atEnd(Consumer<End> ended) {
            phase.atEnd(ended);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void savepointRollback(Object savepoint) {
                    phase.partial();
                }

                @Override
                public void afterCompletion(int status) {
                    if (!seen) {
                        phase.end(status == STATUS_ROLLED_BACK ? End.ROLLED_BACK : End.UNKNOWN);
                    }
                }
            });
        }
    }
}
