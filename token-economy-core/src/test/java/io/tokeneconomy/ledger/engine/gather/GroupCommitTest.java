package io.tokeneconomy.ledger.engine.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.error.OverloadedException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is gathered with whom, and within which limits. */
class GroupCommitTest {

    private Gathering gathering = new Gathering(Gathering.ONE_LANE);

    @AfterEach
    void close() {
        gathering.close();
    }

    @Test
    void whoComesAloneCommitsAtOnceOnItsOwnThread() {
        assertThat(gathering.commit.submit(Request.of(1))).isEqualTo("result 1");
        assertThat(gathering.commit.submit(Request.of(2))).isEqualTo("result 2");
        assertThat(gathering.work.sizes()).containsExactly(1, 1);
        assertThat(gathering.work.leaders()).containsOnly(Thread.currentThread());
    }

    @Test
    void whoWaitsBehindABatchIsInTheNextOneAndTheFirstLeadsIt() {
        List<Request> requests = Request.range(1, 20);
        Caller<String> first = gathering.hold(Request.of(0));
        List<Caller<String>> callers = gathering.line(requests);
        gathering.work.release();
        assertThat(first.result()).isEqualTo("result 0");
        assertThat(callers).extracting(Caller::result).isEqualTo(results(requests));
        assertThat(gathering.work.batches()).containsExactly(List.of(Request.of(0)), requests);
        assertThat(gathering.work.leaders())
                .containsExactly(first.thread(), callers.get(0).thread());
    }

    @Test
    void aLaneThatCompanyHasLeftIsFreeAgain() {
        Caller<String> first = gathering.hold(Request.of(0));
        List<Caller<String>> callers = gathering.line(Request.range(1, 3));
        gathering.work.release();
        first.result();
        callers.forEach(Caller::result);
        gathering.commit.submit(Request.of(4));
        assertThat(gathering.work.sizes()).containsExactly(1, 3, 1);
        assertThat(gathering.work.leaders().get(2)).isEqualTo(Thread.currentThread());
    }

    @Test
    void theLineGoesOnWhenItIsShorterThanTheBatchBefore() {
        Caller<String> first = gathering.hold(Request.of(0));
        List<Caller<String>> batch = gathering.line(Request.range(1, 3));
        gathering.work.script(requests -> {
            gathering.work.hold();
            gathering.work.script(next -> {});
        });
        gathering.work.release();
        Gathering.until("the three are held", () -> gathering.work.batches().size() == 2);
        List<Caller<String>> line = gathering.line(Request.range(4, 5));
        gathering.work.release();
        assertThat(first.result()).isEqualTo("result 0");
        assertThat(batch).extracting(Caller::result).containsExactly("result 1", "result 2", "result 3");
        assertThat(line).extracting(Caller::result).containsExactly("result 4", "result 5");
        assertThat(gathering.work.sizes()).containsExactly(1, 3, 2);
    }

    @Test
    void aBatchHasNoMoreOperationsThanAllowed() {
        restart(Gathering.ONE_LANE.withOperations(4));
        assertThat(sizesBehindOne(Request.range(1, 4))).containsExactly(1, 4);
        assertThat(sizesBehindOne(Request.range(1, 5))).containsExactly(1, 4, 1);
        assertThat(sizesBehindOne(Request.range(1, 9))).containsExactly(1, 4, 4, 1);
    }

    @Test
    void aBatchWeighsNoMoreThanAllowed() {
        restart(Gathering.ONE_LANE.withWeight(10));
        assertThat(sizesBehindOne(weighing(3, 3, 4))).containsExactly(1, 3);
        assertThat(sizesBehindOne(weighing(3, 3, 5))).containsExactly(1, 2, 1);
        assertThat(sizesBehindOne(weighing(10, 0, 1))).containsExactly(1, 2, 1);
    }

    @Test
    void aRequestHeavierThanABatchGoesAloneAndIsNotOvertaken() {
        restart(Gathering.ONE_LANE.withWeight(10));
        assertThat(sizesBehindOne(weighing(1, 11, 1, 1))).containsExactly(1, 1, 1, 2);
        assertThat(sizesBehindOne(weighing(11, 1))).containsExactly(1, 1, 1);
    }

    @Test
    void oneMoreThanMayWaitIsRefusedAtOnce() {
        restart(Gathering.ONE_LANE.withWaiting(3));
        Caller<String> first = gathering.hold(Request.of(0));
        List<Caller<String>> callers = gathering.line(Request.range(1, 3));
        assertThatThrownBy(() -> gathering.commit.submit(Request.of(4)))
                .isInstanceOfSatisfying(
                        OverloadedException.class,
                        e -> assertThat(e.retryable()).isTrue())
                .hasMessageContaining("no more than 3 calls");
        gathering.work.release();
        first.result();
        callers.forEach(Caller::result);
        assertThat(gathering.commit.submit(Request.of(5))).isEqualTo("result 5");
        assertThat(gathering.work.requests()).doesNotContain(Request.of(4));
    }

    @Test
    void whoHasWaitedTooLongGivesUp() {
        restart(Gathering.ONE_LANE.withPatience(Duration.ofMillis(1)));
        Caller<String> first = gathering.hold(Request.of(0));
        assertThat(Caller.start(() -> gathering.commit.submit(Request.of(1))).failure())
                .isInstanceOf(OverloadedException.class)
                .hasMessageContaining("waited 1 ms");
        gathering.work.release();
        assertThat(first.result()).isEqualTo("result 0");
        assertThat(gathering.work.requests()).containsExactly(Request.of(0));
    }

    @Test
    void lanesCommitSideBySideAndAnAccountStaysInIts() {
        restart(GatherOptions.DEFAULT.withLanes(2));
        Request held = new Request(0, 0, 1);
        Caller<String> first = gathering.hold(held);
        Caller<String> behind = gathering.line(new Request(0, 1, 1));
        Caller<String> other = Caller.start(() -> gathering.commit.submit(new Request(1, 2, 1)));
        Gathering.until("the other lane commits", () -> gathering.work.batches().size() == 2);
        gathering.work.release();
        assertThat(List.of(first, behind, other))
                .extracting(Caller::result)
                .containsExactly("result 0", "result 1", "result 2");
        assertThat(gathering.work.requests()).endsWith(new Request(0, 1, 1));
    }

    @Test
    void aLaneThatIsFreeTakesWhoeverWaitsButForTheAccountsOfOthers() {
        restart(GatherOptions.DEFAULT.withLanes(2));
        CountDownLatch end = new CountDownLatch(1);
        gathering.work.script(requests -> {
            if (requests.contains(Request.of(0))) {
                await(end);
            }
        });
        Caller<String> held = gathering.hold(Request.of(0));
        Caller<String> other = Caller.start(() -> gathering.commit.submit(new Request(1, 1, 1)));
        Gathering.until("both lanes commit", () -> gathering.work.batches().size() == 2);
        List<Request> line = List.of(new Request(2, 2, 1), new Request(0, 3, 1), new Request(1, 4, 1));
        List<Caller<String>> callers = gathering.line(line);
        gathering.work.release();
        assertThat(other.result()).isEqualTo("result 1");
        assertThat(callers.get(0).result()).isEqualTo("result 2");
        assertThat(callers.get(2).result()).isEqualTo("result 4");
        assertThat(gathering.work.batches()).last().isEqualTo(List.of(line.get(0), line.get(2)));
        end.countDown();
        assertThat(held.result()).isEqualTo("result 0");
        assertThat(callers.get(1).result()).isEqualTo("result 3");
    }

    @Test
    void aLaneLeavesTheOtherItsShareOfTheAccounts() {
        List<Request> line = IntStream.rangeClosed(2, 7)
                .mapToObj(account -> new Request(account, account, 1))
                .toList();
        assertThat(batchesBesideABusyLane(line)).containsExactly(line.subList(0, 4), line.subList(4, 6));
    }

    @Test
    void anAccountsCallsGoTogetherHoweverMany() {
        List<Request> line = IntStream.rangeClosed(2, 7)
                .mapToObj(id -> new Request(1, id, 1))
                .toList();
        assertThat(batchesBesideABusyLane(line)).containsExactly(line);
    }

    @Test
    void anyHashHasALane() {
        restart(GatherOptions.DEFAULT.withLanes(3));
        for (int account : new int[] {Integer.MIN_VALUE, -1, 0, 1, Integer.MAX_VALUE}) {
            assertThat(gathering.commit.submit(new Request(account, account, 1)))
                    .isEqualTo("result " + account);
        }
    }

    @Test
    void aNegativeWeightIsRefused() {
        assertThatThrownBy(() -> gathering.commit.submit(Request.weighing(-1)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("weight is -1");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The batches of one lane when these stand in line behind one request, and the other lane never ends. */
    private List<List<Request>> batchesBesideABusyLane(List<Request> requests) {
        restart(GatherOptions.DEFAULT.withLanes(2));
        CountDownLatch end = new CountDownLatch(1);
        gathering.work.script(batch -> {
            if (batch.contains(Request.of(0))) {
                await(end);
            }
        });
        Caller<String> busy = gathering.hold(Request.of(0));
        Caller<String> first = Caller.start(() -> gathering.commit.submit(new Request(1, 1, 1)));
        Gathering.until("both lanes commit", () -> gathering.work.batches().size() == 2);
        List<Caller<String>> callers = gathering.line(requests);
        gathering.work.release();
        first.result();
        assertThat(callers).extracting(Caller::result).isEqualTo(results(requests));
        List<List<Request>> batches = gathering.work.batches();
        end.countDown();
        busy.result();
        return batches.subList(2, batches.size());
    }

    /** The sizes of the batches when these stand in line behind one. */
    private List<Integer> sizesBehindOne(List<Request> requests) {
        int before = gathering.work.sizes().size();
        Caller<String> first = gathering.hold(Request.of(-1));
        List<Caller<String>> callers = gathering.line(requests);
        gathering.work.release();
        first.result();
        assertThat(callers).extracting(Caller::result).isEqualTo(results(requests));
        List<Integer> sizes = gathering.work.sizes();
        return sizes.subList(before, sizes.size());
    }

    private void restart(GatherOptions limits) {
        gathering.close();
        gathering = new Gathering(limits);
    }

    private static List<Request> weighing(int... weights) {
        return Arrays.stream(weights).mapToObj(Request::weighing).toList();
    }

    private static List<String> results(List<Request> requests) {
        return requests.stream().map(Request::result).toList();
    }
}
