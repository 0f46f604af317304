package io.tokeneconomy.ledger.engine.gather;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.store.StoreException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** In line an interrupted caller withdraws; after that it gets its outcome. It stays interrupted. */
class InterruptionTest {

    private final Gathering gathering = new Gathering(Gathering.ONE_LANE);

    @AfterEach
    void close() {
        gathering.close();
    }

    @Test
    void whoIsInterruptedBeforeDoesNotJoinTheLine() {
        Caller<String> first = gathering.hold(Request.of(0));
        Caller<String> interrupted = Caller.start(() -> {
            Thread.currentThread().interrupt();
            return gathering.commit.submit(Request.of(1));
        });
        assertWithdrawn(interrupted);
        gathering.work.release();
        first.result();
        assertThat(gathering.work.requests()).containsExactly(Request.of(0));
    }

    @Test
    void whoIsInterruptedInLineWithdrawsAndTheOthersStay() {
        Caller<String> first = gathering.hold(Request.of(0));
        List<Caller<String>> callers = gathering.line(Request.range(1, 3));
        callers.get(1).interrupt();
        assertWithdrawn(callers.get(1));
        gathering.work.release();
        assertThat(first.result()).isEqualTo("result 0");
        assertThat(callers.get(0).result()).isEqualTo("result 1");
        assertThat(callers.get(2).result()).isEqualTo("result 3");
        assertThat(gathering.work.batches().get(1)).containsExactly(Request.of(1), Request.of(3));
    }

    @Test
    void whenTheNextLeaderWithdrawsAnotherLeads() {
        Caller<String> first = gathering.hold(Request.of(0));
        List<Caller<String>> callers = gathering.line(Request.range(1, 2));
        callers.get(0).interrupt();
        assertWithdrawn(callers.get(0));
        gathering.work.release();
        first.result();
        assertThat(callers.get(1).result()).isEqualTo("result 2");
        assertThat(gathering.work.leaders().get(1)).isEqualTo(callers.get(1).thread());
    }

    @Test
    void whoIsInterruptedWhileItsBatchIsCommittedGetsItsResult() {
        List<Caller<String>> callers = heldTogether(Request.range(1, 3));
        callers.forEach(Caller::interrupt);
        gathering.work.release();
        assertThat(callers).extracting(Caller::result).containsExactly("result 1", "result 2", "result 3");
        assertThat(callers).allMatch(Caller::interruptedAfterwards);
    }

    @Test
    void whoIsInterruptedWhileItCommitsAloneGetsItsResult() {
        Caller<String> first = gathering.hold(Request.of(0));
        first.interrupt();
        gathering.work.release();
        assertThat(first.result()).isEqualTo("result 0");
        assertThat(first.interruptedAfterwards()).isTrue();
    }

    @Test
    void whoIsInterruptedBeforeAndFindsTheLaneFreeCommits() {
        Caller<String> caller = Caller.start(() -> {
            Thread.currentThread().interrupt();
            return gathering.commit.submit(Request.of(1));
        });
        assertThat(caller.result()).isEqualTo("result 1");
        assertThat(caller.interruptedAfterwards()).isTrue();
    }

    @Test
    void theSecondAttemptIsNotInterruptedAndDoesNotWithdraw() {
        List<Boolean> interrupts = Collections.synchronizedList(new ArrayList<>());
        List<Caller<String>> callers = heldTogether(Request.range(1, 4));
        gathering.work.script(requests -> {
            if (requests.size() > 1) {
                gathering.work.hold();
                throw StoreException.unknown("not confirmed", new RuntimeException());
            }
            interrupts.add(Thread.currentThread().isInterrupted());
        });
        callers.forEach(Caller::interrupt);
        gathering.work.release();
        gathering.untilWaiting(3);
        gathering.work.release();
        assertThat(callers).extracting(Caller::result).hasSize(4);
        assertThat(callers).allMatch(Caller::interruptedAfterwards);
        assertThat(interrupts).containsExactly(false, false, false, false);
    }

    /** Callers whose common batch stands at the gate. */
    private List<Caller<String>> heldTogether(List<Request> requests) {
        Caller<String> first = gathering.hold(Request.of(0));
        List<Caller<String>> callers = gathering.line(requests);
        gathering.work.script(batch -> {
            gathering.work.hold();
            gathering.work.script(next -> {});
        });
        gathering.work.release();
        first.result();
        Gathering.until("they are together", () -> gathering.work.batches().size() == 2);
        return callers;
    }

    private static void assertWithdrawn(Caller<String> caller) {
        assertThat(caller.failure())
                .isInstanceOfSatisfying(StoreException.class, e -> {
                    assertThat(e.retryable()).isTrue();
                    assertThat(e.outcomeUnknown()).isFalse();
                })
                .hasMessageContaining("interrupted while waiting")
                .hasMessageContaining("nothing was done");
        assertThat(caller.interruptedAfterwards()).isTrue();
    }
}
