package io.tokeneconomy.spring;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Knows of each thread's innermost transaction whether it is being committed. What is called then, such as {@code
 * afterCommit}, still sees the connection; what it would write there nobody would commit.
 */
final class CommitPhases implements TransactionExecutionListener {

    private static final ThreadLocal<@Nullable Deque<Phase>> PHASES = new ThreadLocal<>();

    private enum Phase {
        OPEN,
        COMMITTING
    }

    boolean committing() {
        Deque<Phase> stack = PHASES.get();
        return stack != null && stack.peek() == Phase.COMMITTING;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable beginFailure) {
        if (beginFailure == null) {
            stack().push(Phase.OPEN);
        }
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        Deque<Phase> stack = stack();
        stack.poll();
        stack.push(Phase.COMMITTING);
    }

    @Override
    public void afterCommit(TransactionExecution transaction, @Nullable Throwable commitFailure) {
        end();
    }

    @Override
    public void afterRollback(TransactionExecution transaction, @Nullable Throwable rollbackFailure) {
        end();
    }

    private Deque<Phase> stack() {
        Deque<Phase> stack = PHASES.get();
        if (stack == null) {
            stack = new ArrayDeque<>(2);
            PHASES.set(stack);
        }
        return stack;
    }

    private void end() {
        Deque<Phase> stack = stack();
        stack.poll();
        if (stack.isEmpty()) {
            PHASES.remove();
        }
    }
}
