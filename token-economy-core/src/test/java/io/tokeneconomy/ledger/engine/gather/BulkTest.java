package io.tokeneconomy.ledger.engine.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.error.OverloadedException;
import io.tokeneconomy.ledger.store.StoreException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many requests of one caller: in order, each with its own outcome. */
class BulkTest {

    private Gathering gathering = new Gathering(Gathering.ONE_LANE.withOperations(4));

    @AfterEach
    void close() {
        gathering.close();
    }

    @Test
    void noneIsNoWork() {
        assertThat(gathering.commit.submitAll(List.of())).isEmpty();
        assertThat(gathering.work.batches()).isEmpty();
    }

    @Test
    void theyGoInOrderABatchAtATime() {
        List<Request> requests = Request.range(1, 9);
        assertThat(gathering.commit.submitAll(requests)).isEqualTo(done(requests));
        assertThat(gathering.work.requests()).isEqualTo(requests);
        assertThat(gathering.work.sizes()).containsExactly(4, 4, 1);
        assertThat(gathering.work.leaders()).containsOnly(Thread.currentThread());
    }

    @Test
    void aBatchAtATimeIsAlsoByWeight() {
        restart(Gathering.ONE_LANE.withWeight(10));
        List<Request> requests =
                IntStream.of(5, 5, 1, 9, 11, 10, 1).mapToObj(Request::weighing).toList();
        assertThat(gathering.commit.submitAll(requests)).isEqualTo(done(requests));
        assertThat(gathering.work.sizes()).containsExactly(2, 2, 1, 1, 1);
    }

    @Test
    void theyKeepTheirOrderOverAccountsAndLanes() {
        restart(GatherOptions.DEFAULT.withLanes(2).withOperations(4));
        List<Request> requests = IntStream.range(0, 10)
                .mapToObj(id -> new Request(id % 3, id, 1))
                .toList();
        assertThat(gathering.commit.submitAll(requests)).isEqualTo(done(requests));
        assertThat(gathering.work.requests()).isEqualTo(requests);
    }

    @Test
    void theyAreGatheredWithOthers() {
        Caller<String> first = gathering.hold(Request.of(0));
        Caller<List<Result<String>>> bulk = Caller.start(() -> gathering.commit.submitAll(Request.range(1, 3)));
        gathering.untilWaiting(1);
        Caller<String> single = gathering.line(Request.of(4));
        gathering.work.release();
        first.result();
        assertThat(bulk.result()).isEqualTo(done(Request.range(1, 3)));
        assertThat(single.result()).isEqualTo("result 4");
        assertThat(gathering.work.sizes()).containsExactly(1, 4);
    }

    @Test
    void whatDoesNotFitBesideOthersGoesNext() {
        Caller<String> first = gathering.hold(Request.of(0));
        Caller<String> single = gathering.line(Request.of(1));
        Caller<List<Result<String>>> bulk = Caller.start(() -> gathering.commit.submitAll(Request.range(2, 5)));
        gathering.untilWaiting(2);
        gathering.work.release();
        first.result();
        single.result();
        assertThat(bulk.result()).isEqualTo(done(Request.range(2, 5)));
        assertThat(gathering.work.sizes()).containsExactly(1, 1, 4);
    }

    @Test
    void aRequestThatFailsForItselfFailsAlone() {
        RuntimeException refusal = new IllegalStateException("poisoned");
        gathering.work.script(requests -> {
            if (requests.contains(Request.of(2))) {
                throw refusal;
            }
        });
        List<Result<String>> results = gathering.commit.submitAll(Request.range(1, 6));
        assertThat(results.get(1)).isEqualTo(new Result.Failed<String>(refusal));
        assertThat(results).filteredOn(Result.Done.class::isInstance).hasSize(5);
        assertThat(gathering.work.sizes()).containsExactly(4, 1, 1, 1, 1, 2);
        assertThat(gathering.work.requests().subList(4, 10)).isEqualTo(Request.range(1, 6));
    }

    @Test
    void theOnlyRequestIsNotTriedTwice() {
        gathering.work.script(requests -> {
            throw new IllegalStateException("poisoned");
        });
        assertThat(gathering.commit.submitAll(Request.range(1, 1)))
                .hasSize(1)
                .allMatch(Result.Failed.class::isInstance);
        assertThat(gathering.work.sizes()).containsExactly(1);
    }

    @Test
    void nothingIsTriedAfterARequestThatMaySucceedLater() {
        StoreException gone = StoreException.unavailable("the database is gone", null);
        gathering.work.script(requests -> {
            if (requests.contains(Request.of(2))) {
                throw gone;
            }
        });
        List<Result<String>> results = gathering.commit.submitAll(Request.range(1, 9));
        assertThat(results).hasSize(9).startsWith(new Result.Done<>("result 1"), new Result.Failed<>(gone));
        assertThat(results.subList(2, 9))
                .allSatisfy(result -> assertThatThrownBy(result::orElseThrow)
                        .isInstanceOfSatisfying(StoreException.class, e -> {
                            assertThat(e.retryable()).isTrue();
                            assertThat(e.outcomeUnknown()).isFalse();
                        })
                        .hasMessageContaining("not tried")
                        .hasCause(gone));
        assertThat(gathering.work.sizes()).containsExactly(4, 1, 1);
    }

    @Test
    void whatIsNotTriedAgainAfterAnUnknownOutcomeIsUnknown() {
        StoreException gone = StoreException.unavailable("the database is gone", null);
        gathering.work.script(requests -> {
            throw requests.size() > 1 ? StoreException.unknown("not confirmed", new RuntimeException()) : gone;
        });
        List<Result<String>> results = gathering.commit.submitAll(Request.range(1, 5));
        assertThat(results).extracting(BulkTest::outcomeUnknown).containsExactly(true, true, true, true, false);
        assertThat(gathering.work.sizes()).containsExactly(4, 1);
    }

    @Test
    void aBulkThatFindsNoPlaceInLineIsNotBegun() {
        restart(Gathering.ONE_LANE.withWaiting(1));
        Caller<String> first = gathering.hold(Request.of(0));
        Caller<String> second = gathering.line(Request.of(1));
        assertThat(gathering.commit.submitAll(Request.range(2, 4)))
                .hasSize(3)
                .allSatisfy(result -> assertThatThrownBy(result::orElseThrow).isInstanceOf(OverloadedException.class));
        gathering.work.release();
        first.result();
        second.result();
        assertThat(gathering.work.requests()).isEqualTo(Request.range(0, 1));
    }

    @Test
    void anInterruptEndsItBetweenTwoBatches() {
        gathering.work.script(requests -> Thread.currentThread().interrupt());
        Caller<List<Result<String>>> bulk = Caller.start(() -> gathering.commit.submitAll(Request.range(1, 6)));
        List<Result<String>> results = bulk.result();
        assertThat(bulk.interruptedAfterwards()).isTrue();
        assertThat(results.subList(0, 4)).isEqualTo(done(Request.range(1, 4)));
        assertThat(results.subList(4, 6))
                .allSatisfy(result -> assertThatThrownBy(result::orElseThrow)
                        .isInstanceOf(StoreException.class)
                        .hasMessageContaining("interrupted"));
        assertThat(gathering.work.requests()).isEqualTo(Request.range(1, 4));
    }

    @Test
    void anErrorIsThrown() {
        gathering.work.script(requests -> {
            throw new StackOverflowError("on purpose");
        });
        assertThatThrownBy(() -> gathering.commit.submitAll(Request.range(1, 2)))
                .isInstanceOf(StackOverflowError.class);
    }

    private void restart(GatherOptions limits) {
        gathering.close();
        gathering = new Gathering(limits);
    }

    private static boolean outcomeUnknown(Result<String> result) {
        return result instanceof Result.Failed<String> failed
                && failed.failure() instanceof StoreException e
                && e.outcomeUnknown();
    }

    private static List<Result<String>> done(List<Request> requests) {
        return requests.stream()
                .<Result<String>>map(request -> new Result.Done<>(request.result()))
                .toList();
    }
}
