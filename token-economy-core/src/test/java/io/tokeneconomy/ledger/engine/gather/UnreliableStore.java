package io.tokeneconomy.ledger.engine.gather;

import io.tokeneconomy.ledger.store.StoreException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Fails in every way a store may: before it has committed and after, and for requests that it refuses. */
final class UnreliableStore implements Work<Request, String> {

    private static final int ONE_IN = 12;
    private static final long COMMIT_NANOS = 50_000;

    private final Set<Integer> seen = ConcurrentHashMap.newKeySet();
    private final Set<Integer> committed = ConcurrentHashMap.newKeySet();
    private final AtomicInteger together = new AtomicInteger();

    @Override
    public List<String> commit(List<Request> requests) {
        requests.forEach(request -> seen.add(request.id()));
        together.accumulateAndGet(requests.size(), Math::max);
        boolean interrupted = Thread.currentThread().isInterrupted();
        mayFail(StoreException.unavailable("busy", null), ONE_IN);
        mayFail(StoreException.unavailable("interrupted", null), interrupted ? 2 : Integer.MAX_VALUE);
        mayFail(new OutOfMemoryError("before"), ONE_IN * ONE_IN);
        if (requests.stream().anyMatch(UnreliableStore::isRefused)) {
            throw new IllegalStateException("refused");
        }
        requests.forEach(request -> committed.add(request.id()));
        LockSupport.parkNanos(COMMIT_NANOS);
        mayFail(StoreException.unknown("not confirmed", new RuntimeException()), ONE_IN);
        mayFail(new OutOfMemoryError("after"), ONE_IN * ONE_IN);
        return requests.stream().map(Request::result).toList();
    }

    static boolean isRefused(Request request) {
        return request.id() % 50 == 0;
    }

    boolean hasSeen(Request request) {
        return seen.contains(request.id());
    }

    boolean holds(Request request) {
        return committed.contains(request.id());
    }

    /** The size of the largest batch. */
    int together() {
        return together.get();
    }

    private static void mayFail(RuntimeException failure, int oneIn) {
        if (happens(oneIn)) {
            throw failure;
        }
    }

    private static void mayFail(Error error, int oneIn) {
        if (happens(oneIn)) {
            throw error;
        }
    }

    private static boolean happens(int oneIn) {
        return ThreadLocalRandom.current().nextInt(oneIn) == 0;
    }
}
