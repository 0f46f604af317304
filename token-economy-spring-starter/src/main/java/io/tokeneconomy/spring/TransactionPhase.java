package io.tokeneconomy.spring;

import io.tokeneconomy.ledger.store.HostTransaction.End;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.ConnectionHolder;

/** A transaction of one thread, from its beginning to its end. */
final class TransactionPhase {

    private static final Logger LOG = LoggerFactory.getLogger(TransactionPhase.class);

    private final List<?> resources;
    private final List<Consumer<End>> endings = new ArrayList<>();
    private boolean ending;
    private boolean partial;

    /** @param resources what the thread had when it began, the transaction's own connection too */
    TransactionPhase(List<?> resources) {
        this.resources = resources;
    }

    boolean has(ConnectionHolder connection) {
        return resources.stream().anyMatch(resource -> resource == connection);
    }

    boolean isEnding() {
        return ending;
    }

    /** From here on nobody would commit what is written. */
    void ending() {
        ending = true;
    }

    /** A savepoint took back some of what was written. */
    void partial() {
        partial = true;
    }

    void atEnd(Consumer<End> ended) {
        endings.add(ended);
    }

    /** Tells everybody. What that throws is logged: the transaction is over whatever anybody does about it. */
    void end(End end) {
        ending = true;
        End known = end == End.COMMITTED && partial ? End.UNKNOWN : end;
        for (Consumer<End> ended : endings) {
            try {
                ended.accept(known);
            } catch (RuntimeException e) {
                LOG.error("What was booked in a transaction is not told", e);
            }
        }
    }
}
