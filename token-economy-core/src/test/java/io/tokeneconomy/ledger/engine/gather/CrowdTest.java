package io.tokeneconomy.ledger.engine.gather;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A thousand callers, on platform threads and on virtual ones where Java has them. */
class CrowdTest {

    private static final int CALLERS = 1_000;
    private static final int ROUNDS = 10;
    private static final long COMMIT_NANOS = 50_000;

    private final Map<Thread, Integer> led = new ConcurrentHashMap<>();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    static Stream<ThreadKind> kinds() {
        return ThreadKind.available();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aThousandInLineAreServedInFullBatches(ThreadKind kind) {
        try (Gathering gathering = new Gathering(Gathering.ONE_LANE)) {
            Caller<String> first = gathering.hold(Request.of(0));
            List<Caller<String>> callers = Request.range(1, CALLERS).stream()
                    .map(request -> Caller.start(kind, () -> gathering.commit.submit(request)))
                    .toList();
            gathering.untilWaiting(CALLERS);
            gathering.work.release();
            first.result();
            assertThat(callers)
                    .extracting(Caller::result)
                    .isEqualTo(IntStream.rangeClosed(1, CALLERS)
                            .mapToObj(id -> "result " + id)
                            .toList());
            assertThat(gathering.work.sizes()).containsExactly(1, 256, 256, 256, 232);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everybodyGetsItsResultAndLeadsAFewBatchesAtMost(ThreadKind kind) {
        try (GroupCommit<Request, String> commit =
                new GroupCommit<>(GatherOptions.DEFAULT, Request::account, Request::weight, this::commit)) {
            List<Caller<Integer>> callers = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                int number = caller;
                callers.add(Caller.start(kind, () -> rounds(commit, number)));
            }
            assertThat(callers).extracting(Caller::result).allMatch(rounds -> rounds == ROUNDS);
        }
        assertThat(mostAtOnce).hasValueLessThanOrEqualTo(GatherOptions.DEFAULT.lanes());
    }

    private List<String> commit(List<Request> requests) {
        led.merge(Thread.currentThread(), 1, Integer::sum);
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            LockSupport.parkNanos(COMMIT_NANOS);
            return requests.stream().map(Request::result).toList();
        } finally {
            atOnce.decrementAndGet();
        }
    }

    /** How many rounds brought the right result and made the thread lead no more than it must. */
    private int rounds(GroupCommit<Request, String> commit, int caller) {
        int right = 0;
        for (int round = 0; round < ROUNDS; round++) {
            int before = led.getOrDefault(Thread.currentThread(), 0);
            Request request = new Request(caller % 16, caller * ROUNDS + round, 1);
            boolean own = commit.submit(request).equals(request.result());
            int leads = led.getOrDefault(Thread.currentThread(), 0) - before;
            right += own && leads <= 1 + Lanes.MOST_FOR_OTHERS ? 1 : 0;
        }
        return right;
    }
}
