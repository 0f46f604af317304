package io.tokeneconomy.ledger.store.firestore;

import com.google.api.gax.rpc.ApiException;
import com.google.protobuf.ByteString;
import io.tokeneconomy.ledger.store.StoreException;
import java.util.function.Function;
import java.util.function.Supplier;

/** Tries again what may succeed the next time, until patience ends. */
final class Transactions {

    private final Rpc rpc;

    Transactions(Rpc rpc) {
        this.rpc = rpc;
    }

    /**
     * Runs work in a transaction, more than once when other processes are in the way. The work commits by itself; when
     * it throws, nothing is committed.
     *
     * @throws StoreException also when the outcome of the commit is unknown
     */
    <T> T run(Patience patience, Function<Attempt, T> work) {
        ByteString previous = ByteString.EMPTY;
        while (true) {
            Attempt attempt = new Attempt(rpc, previous);
            boolean done = false;
            try {
                T result = work.apply(attempt);
                done = true;
                return result;
            } catch (Attempt.Lost e) {
                previous = attempt.id();
                patience.pause("other processes or for Firestore", e);
            } finally {
                if (!done) {
                    attempt.rollback();
                }
            }
        }
    }

    /** Reads outside of any transaction: waits for no writer. */
    <T> T read(Patience patience, Supplier<T> reading) {
        while (true) {
            try {
                return reading.get();
            } catch (ApiException e) {
                if (!Failures.mayPass(e)) {
                    throw Failures.broken("reading", e);
                }
                patience.pause("Firestore", e);
            }
        }
    }
}
