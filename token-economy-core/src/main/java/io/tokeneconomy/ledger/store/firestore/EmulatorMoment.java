package io.tokeneconomy.ledger.store.firestore;

import com.google.firestore.v1.BatchGetDocumentsResponse;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Firestore answers a read of several documents as of one moment. Its emulator shows a commit document by document, so
 * that a read just after it may show half of it; the same moment asked for again shows all of it.
 */
final class EmulatorMoment {

    private static final long PAUSE_NANOS = 3_000_000;
    private static final long FRESH_MILLIS = 100;

    private EmulatorMoment() {}

    /** @param again reads the same documents as of that time */
    static List<BatchGetDocumentsResponse> settle(
            List<BatchGetDocumentsResponse> first, Function<Timestamp, List<BatchGetDocumentsResponse>> again) {
        if (first.stream().noneMatch(EmulatorMoment::isFresh)) {
            return first;
        }
        Timestamp moment = first.get(0).getReadTime();
        List<BatchGetDocumentsResponse> last = first;
        while (true) {
            LockSupport.parkNanos(PAUSE_NANOS);
            List<BatchGetDocumentsResponse> next = again.apply(moment);
            if (next.equals(last)) {
                return next;
            }
            last = next;
        }
    }

    private static boolean isFresh(BatchGetDocumentsResponse answer) {
        return answer.hasFound()
                && Timestamps.toMillis(answer.getReadTime())
                                - Timestamps.toMillis(answer.getFound().getUpdateTime())
                        < FRESH_MILLIS;
    }
}
