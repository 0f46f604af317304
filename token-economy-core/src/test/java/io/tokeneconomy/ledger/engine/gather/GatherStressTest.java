package io.tokeneconomy.ledger.engine.gather;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.error.OverloadedException;
import io.tokeneconomy.ledger.store.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens to stores and threads, what a caller is told about its request is true. */
class GatherStressTest {

    private static final int CALLERS = 48;
    private static final int ROUNDS = 150;
    private static final int BULK = 5;
    private static final GatherOptions NARROW =
            GatherOptions.DEFAULT.withOperations(16).withWaiting(CALLERS / 3).withPatience(Duration.ofMillis(5));

    private final UnreliableStore store = new UnreliableStore();
    private final GroupCommit<Request, String> commit =
            new GroupCommit<>(NARROW, Request::account, Request::weight, store);

    static Stream<ThreadKind> kinds() {
        return ThreadKind.available();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyAnswerIsTrue(ThreadKind kind) {
        List<Caller<List<String>>> callers = IntStream.range(0, CALLERS)
                .mapToObj(caller -> Caller.start(kind, () -> live(caller)))
                .toList();
        while (!callers.stream().allMatch(Caller::isDone)) {
            callers.get(ThreadLocalRandom.current().nextInt(CALLERS)).interrupt();
            Thread.onSpinWait();
        }
        assertThat(callers).flatExtracting(Caller::result).isEmpty();
        assertThat(store.together()).isGreaterThan(1);
        assertThat(commit.waiting()).isZero();
        commit.close();
    }

    /** What this caller was told that is not true. */
    private List<String> live(int caller) {
        List<String> lies = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            int first = (caller * ROUNDS + round) * BULK;
            List<Request> requests = IntStream.range(first, first + (round % 4 == 0 ? BULK : 1))
                    .mapToObj(id -> new Request(caller % 7, id, 1))
                    .toList();
            List<Result<String>> answers = answers(requests);
            for (int i = 0; i < answers.size(); i++) {
                if (!isTrue(requests.get(i), answers.get(i))) {
                    lies.add(requests.get(i) + ": " + answers.get(i));
                }
            }
            Thread.interrupted();
        }
        return lies;
    }

    /** None when an error ended the call: then nothing is known. */
    private List<Result<String>> answers(List<Request> requests) {
        try {
            return requests.size() > 1 ? commit.submitAll(requests) : List.of(answer(requests.get(0)));
        } catch (OutOfMemoryError e) {
            return List.of();
        }
    }

    private Result<String> answer(Request request) {
        try {
            return new Result.Done<>(commit.submit(request));
        } catch (RuntimeException e) {
            return new Result.Failed<>(e);
        }
    }

    private boolean isTrue(Request request, Result<String> answer) {
        if (answer instanceof Result.Done<String> done) {
            return store.holds(request) && done.value().equals(request.result());
        }
        RuntimeException failure = ((Result.Failed<String>) answer).failure();
        if (failure instanceof StoreException e && e.outcomeUnknown()) {
            return store.hasSeen(request);
        }
        if (failure instanceof OverloadedException || failure instanceof StoreException) {
            return !store.holds(request);
        }
        return UnreliableStore.isRefused(request) && !store.holds(request);
    }
}
