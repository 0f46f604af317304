package io.tokeneconomy.ledger.engine.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.ledger.store.StoreException;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody pays for a neighbour, and everybody hears the truth. */
class FailuresTest {

    private final StoreException unknown =
            StoreException.unknown("the commit was not confirmed", new IOException("connection reset"));

    private final Gathering gathering = new Gathering(Gathering.ONE_LANE);

    @AfterEach
    void close() {
        gathering.close();
    }

    @Test
    void whatFailedAloneIsNotTriedAgain() {
        gathering.work.script(poison(1));
        assertThatThrownBy(() -> gathering.commit.submit(Request.of(1))).hasMessage("poisoned by 1");
        assertThat(gathering.work.sizes()).containsExactly(1);
    }

    @Test
    void onlyThePoisonedRequestFails() {
        gathering.work.script(poison(5));
        List<Caller<String>> callers = behindOne(Request.range(1, 9));
        for (int i = 0; i < callers.size(); i++) {
            if (i == 4) {
                assertThat(callers.get(i).failure()).hasMessage("poisoned by 5");
            } else {
                assertThat(callers.get(i).result()).isEqualTo("result " + (i + 1));
            }
        }
        assertThat(gathering.work.sizes()).containsExactly(1, 9, 1, 1, 1, 1, 1, 1, 1, 1, 1);
    }

    @Test
    void everyCallerOfAFailedBatchCommitsItsOwnRequest() {
        gathering.work.script(failTogether(new IllegalStateException("too large")));
        List<Caller<String>> callers = behindOne(Request.range(1, 9));
        assertThat(callers).extracting(Caller::result).hasSize(9);
        List<List<Request>> alone = gathering.work.batches().subList(2, 11);
        assertThat(alone).allSatisfy(batch -> {
            Request request = batch.get(0);
            Thread leader = gathering.work.leaders().get(2 + alone.indexOf(batch));
            assertThat(leader).isEqualTo(callers.get(request.id() - 1).thread());
        });
    }

    @Test
    void theLaneGoesOnWhileTheRequestsOfAFailedBatchAreCommittedAlone() {
        Caller<String> first = gathering.hold(Request.of(0));
        List<Caller<String>> callers = gathering.line(Request.range(1, 2));
        gathering.work.script(requests -> {
            if (requests.size() > 1) {
                gathering.work.hold();
                throw new IllegalStateException("too large");
            }
        });
        gathering.work.release();
        first.result();
        Gathering.until(
                "one is alone, one waits",
                () -> gathering.work.batches().size() == 3 && gathering.commit.waiting() == 1);
        Caller<String> next = Caller.start(() -> gathering.commit.submit(Request.of(3)));
        Gathering.until("the lane goes on", () -> gathering.work.requests().contains(Request.of(3)));
        gathering.work.release();
        assertThat(next.result()).isEqualTo("result 3");
        assertThat(callers).extracting(Caller::result).containsExactly("result 1", "result 2");
    }

    @Test
    void aBatchWhoseOutcomeIsUnknownIsAskedAgain() {
        gathering.work.script(failTogether(unknown));
        assertThat(behindOne(Request.range(1, 3))).extracting(Caller::result).hasSize(3);
    }

    @Test
    void anOutcomeThatStaysUnknownIsTold() {
        StoreException gone = StoreException.unavailable("the database is gone", null);
        gathering.work.script(failFirstTogetherThen(unknown, gone));
        assertThat(behindOne(Request.range(1, 3)))
                .extracting(Caller::failure)
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOfSatisfying(StoreException.class, e -> {
                            assertThat(e.outcomeUnknown()).isTrue();
                            assertThat(e.retryable()).isTrue();
                        })
                        .hasMessageContaining("the database is gone")
                        .hasCause(unknown)
                        .hasSuppressedException(gone))
                .doesNotHaveDuplicates();
    }

    @Test
    void anOutcomeIsKnownWhenTheRequestIsRefusedForItself() {
        RuntimeException refusal = new IllegalArgumentException("refused");
        gathering.work.script(failFirstTogetherThen(unknown, refusal));
        assertThat(behindOne(Request.range(1, 2))).extracting(Caller::failure).containsExactly(refusal, refusal);
    }

    @Test
    void whatIsKnownNotToBeWrittenIsToldAsItIs() {
        StoreException gone = StoreException.unavailable("the database is gone", null);
        gathering.work.script(failFirstTogetherThen(StoreException.unavailable("deadlock", null), gone));
        assertThat(behindOne(Request.range(1, 2))).extracting(Caller::failure).containsExactly(gone, gone);
    }

    @Test
    void anErrorEndsItsLeaderAndNobodyElse() {
        Error error = new OutOfMemoryError("on purpose");
        gathering.work.script(failTogether(error));
        List<Caller<String>> callers = behindOne(Request.range(1, 4));
        assertThat(callers.get(0).failure()).isSameAs(error);
        assertThat(callers.subList(1, 4))
                .extracting(Caller::result)
                .containsExactly("result 2", "result 3", "result 4");
        assertThat(gathering.commit.submit(Request.of(5))).isEqualTo("result 5");
    }

    @Test
    void afterAnErrorTheOutcomeIsUnknown() {
        Error error = new StackOverflowError("on purpose");
        gathering.work.script(failFirstTogetherThen(error, StoreException.unavailable("gone", null)));
        List<Caller<String>> callers = behindOne(Request.range(1, 2));
        assertThat(callers.get(1).failure())
                .hasCause(error)
                .isInstanceOfSatisfying(
                        StoreException.class,
                        e -> assertThat(e.outcomeUnknown()).isTrue());
    }

    @Test
    void anErrorOfWhoIsAloneFreesTheLane() {
        gathering.work.script(fail(new StackOverflowError("on purpose")));
        assertThatThrownBy(() -> gathering.commit.submit(Request.of(1))).isInstanceOf(StackOverflowError.class);
        gathering.work.script(requests -> {});
        assertThat(gathering.commit.submit(Request.of(2))).isEqualTo("result 2");
    }

    @Test
    void aCheckedExceptionThatSlipsOutIsWrapped() {
        gathering.work.script(fail(new IOException("slipped")));
        assertThatThrownBy(() -> gathering.commit.submit(Request.of(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("slipped");
        assertThat(behindOne(Request.range(1, 2)))
                .extracting(Caller::failure)
                .allSatisfy(failure -> assertThat(failure).hasRootCauseMessage("slipped"));
    }

    @Test
    void asManyResultsAsRequestsAreExpected() {
        for (int number : new int[] {0, 2}) {
            Work<Request, String> miscounting = requests -> Collections.nCopies(number, "result");
            try (GroupCommit<Request, String> commit =
                    new GroupCommit<>(Gathering.ONE_LANE, Request::account, Request::weight, miscounting)) {
                assertThatThrownBy(() -> commit.submit(Request.of(1)))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage(number + " results for 1 requests");
            }
        }
    }

    private List<Caller<String>> behindOne(List<Request> requests) {
        Caller<String> first = gathering.hold(Request.of(0));
        List<Caller<String>> callers = gathering.line(requests);
        gathering.work.release();
        Gathering.until("the first is done", first::isDone);
        return callers;
    }

    private static Consumer<List<Request>> poison(int... ids) {
        Set<Integer> poisonous = Set.copyOf(IntStream.of(ids).boxed().toList());
        return requests -> requests.stream()
                .filter(request -> poisonous.contains(request.id()))
                .findFirst()
                .ifPresent(request -> {
                    throw new IllegalStateException("poisoned by " + request.id());
                });
    }

    private static Consumer<List<Request>> fail(Throwable failure) {
        return requests -> FailuresTest.<RuntimeException>slip(failure);
    }

    private static Consumer<List<Request>> failTogether(Throwable failure) {
        return requests -> {
            if (requests.size() > 1) {
                FailuresTest.<RuntimeException>slip(failure);
            }
        };
    }

    /** The first one to come succeeds, their batch fails so, and then each of them alone. */
    private static Consumer<List<Request>> failFirstTogetherThen(Throwable together, RuntimeException alone) {
        AtomicInteger batches = new AtomicInteger();
        return requests -> {
            if (batches.getAndIncrement() > 0) {
                FailuresTest.<RuntimeException>slip(requests.size() > 1 ? together : alone);
            }
        };
    }

    @SuppressWarnings("unchecked") // Throws what the compiler would not let through.
    private static <T extends Throwable> void slip(Throwable failure) throws T {
        throw (T) failure;
    }
}
