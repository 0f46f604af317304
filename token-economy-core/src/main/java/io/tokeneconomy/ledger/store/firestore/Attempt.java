package io.tokeneconomy.ledger.store.firestore;

import com.google.api.gax.rpc.ApiException;
import com.google.firestore.v1.BatchGetDocumentsResponse;
import com.google.firestore.v1.CommitRequest;
import com.google.firestore.v1.CommitResponse;
import com.google.firestore.v1.Document;
import com.google.firestore.v1.StructuredQuery;
import com.google.firestore.v1.Write;
import com.google.protobuf.ByteString;
import io.tokeneconomy.ledger.store.StoreException;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** One transaction of Firestore. It begins with its first look, so that beginning costs no round trip. */
final class Attempt {

    /** Nothing was committed, and another attempt may succeed. */
    static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Lost(Throwable cause) {
            super(cause);
        }
    }

    private final Rpc rpc;
    private final ByteString previous;
    private ByteString id = ByteString.EMPTY;

    /** @param previous the attempt that this one repeats; Firestore then lets it go first */
    Attempt(Rpc rpc, ByteString previous) {
        this.rpc = rpc;
        this.previous = previous;
    }

    ByteString id() {
        return id;
    }

    Documents get(Collection<String> documents) {
        return reading(() -> {
            List<BatchGetDocumentsResponse> answers =
                    id.isEmpty() ? rpc.begin(documents, previous) : rpc.get(documents, id);
            answers.stream()
                    .map(BatchGetDocumentsResponse::getTransaction)
                    .filter(name -> !name.isEmpty())
                    .forEach(name -> id = name);
            return new Documents(answers);
        });
    }

    /** Must follow a {@link #get}. */
    List<Document> query(StructuredQuery query) {
        return reading(() -> rpc.query(query, id));
    }

    /**
     * @throws Lost when it failed for reasons that may pass
     * @throws StoreException when it failed for good, or its outcome is unknown
     */
    CommitResponse commit(List<Write> writes) {
        CommitRequest request = rpc.commitRequest(writes, id);
        try {
            return rpc.commit(request);
        } catch (ApiException e) {
            if (Failures.mayStand(e)) {
                throw Failures.unknown(e);
            }
            throw Failures.isConflict(e) ? new Lost(e) : Failures.broken("writing", e);
        }
    }

    void rollback() {
        if (!id.isEmpty()) {
            rpc.rollback(id);
        }
    }

    private static <T> T reading(Supplier<T> read) {
        try {
            return read.get();
        } catch (ApiException e) {
            throw Failures.mayPass(e) ? new Lost(e) : Failures.broken("reading", e);
        }
    }
}
