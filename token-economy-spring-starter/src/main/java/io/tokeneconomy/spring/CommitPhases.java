package io.tokeneconomy.spring;

import io.tokeneconomy.ledger.store.HostTransaction.End;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Knows the transactions that each thread is in, of all managers, and how far they are. What is called while one is being
 * committed, such as {@code afterCommit}, still sees its connection; what it would write there nobody would commit.
 */
final class CommitPhases implements TransactionExecutionListener {

    private static final ThreadLocal<@Nullable Deque<TransactionPhase>> PHASES = new ThreadLocal<>();

    /** {@return whether the thread is in no transaction that was seen to begin} */
    boolean isEmpty() {
        return PHASES.get() == null;
    }

    /**
     * {@return the transaction that began with this connection} Empty when none did: Spring also binds connections that a
     * transaction on another database only has looked at, and those commit each statement.
     */
    Optional<TransactionPhase> of(ConnectionHolder connection) {
        Deque<TransactionPhase> stack = PHASES.get();
        return stack == null
                ? Optional.empty()
                : stack.stream().filter(phase -> phase.has(connection)).reduce((inner, outer) -> outer);
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable beginFailure) {
        if (beginFailure == null) {
            // a savepoint begins nothing of its own
            stack().push(new TransactionPhase(
                    transaction.isNewTransaction()
                            ? List.copyOf(TransactionSynchronizationManager.getResourceMap()
                                    .values())
                            : List.of()));
        }
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        ending();
    }

    @Override
    public void beforeRollback(TransactionExecution transaction) {
        ending();
    }

    @Override
    public void afterCommit(TransactionExecution transaction, @Nullable Throwable commitFailure) {
        end(commitFailure == null ? End.COMMITTED : End.UNKNOWN);
    }

    @Override
    public void afterRollback(TransactionExecution transaction, @Nullable Throwable rollbackFailure) {
        end(rollbackFailure == null ? End.ROLLED_BACK : End.UNKNOWN);
    }

    private static Deque<TransactionPhase> stack() {
        Deque<TransactionPhase> stack = PHASES.get();
        if (stack == null) {
            stack = new ArrayDeque<>(2);
            PHASES.set(stack);
        }
        return stack;
    }

    private static void ending() {
        Deque<TransactionPhase> stack = PHASES.get();
        if (stack != null) {
            stack.element().ending();
        }
    }

    private static void end(End end) {
        Deque<TransactionPhase> stack = PHASES.get();
        if (stack == null) {
            return;
        }
        try {
            stack.element().end(end);
        } finally {
            stack.remove();
            if (stack.isEmpty()) {
                PHASES.remove();
            }
        }
    }
}
