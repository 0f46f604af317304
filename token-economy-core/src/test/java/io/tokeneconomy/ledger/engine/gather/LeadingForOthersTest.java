package io.tokeneconomy.ledger.engine.gather;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A leader whose callers are awake already goes on in the place of the next one, who sleeps. */
class LeadingForOthersTest {

    private static final int FIRST = 20;

    private final Gathering gathering = new Gathering(Gathering.ONE_LANE);
    private final List<Caller<String>> callers = new ArrayList<>();

    @AfterEach
    void close() {
        gathering.close();
    }

    @Test
    void whenACrowdIsInLineTheLeaderLeadsItsBatchToo() {
        Thread leader = holdFirst();
        List<Caller<String>> line = line(Lanes.CROWD);
        assertAllHaveTheirResults();
        assertThat(gathering.work.sizes()).containsExactly(1, FIRST, Lanes.CROWD);
        assertThat(gathering.work.leaders().get(2))
                .isEqualTo(leader)
                .isNotEqualTo(line.get(0).thread());
    }

    @Test
    void whenFewerAreInLineTheFirstOfThemLeads() {
        holdFirst();
        List<Caller<String>> line = line(Lanes.CROWD - 1);
        assertAllHaveTheirResults();
        assertThat(gathering.work.leaders().get(2)).isEqualTo(line.get(0).thread());
    }

    @Test
    void whoHasLedForOthersOftenEnoughGoesHome() {
        Thread leader = holdFirst();
        for (int more = 1; more <= Lanes.MOST_FOR_OTHERS; more++) {
            line(FIRST - more);
            holdNext(more + 2);
        }
        List<Caller<String>> last = line(Lanes.CROWD);
        assertAllHaveTheirResults();
        assertThat(gathering.work.leaders().subList(1, Lanes.MOST_FOR_OTHERS + 2))
                .containsOnly(leader);
        assertThat(gathering.work.leaders().get(Lanes.MOST_FOR_OTHERS + 2))
                .isEqualTo(last.get(0).thread());
    }

    @Test
    void itsOwnAnswerIsThereWhateverBecomesOfTheOthers() {
        for (Throwable why : List.of(new IllegalStateException("too large"), new StackOverflowError())) {
            Thread leader = holdFirst();
            List<Caller<String>> line = line(Lanes.CROWD);
            int begun = gathering.work.batches().size();
            gathering.work.script(requests -> {
                if (requests.size() == Lanes.CROWD) {
                    throw Failures.unchecked(why);
                }
            });
            assertAllHaveTheirResults();
            assertThat(gathering.work.leaders().get(begun)).isEqualTo(leader);
            assertThat(gathering.work.leaders().subList(begun + 1, begun + 1 + Lanes.CROWD))
                    .containsExactlyInAnyOrderElementsOf(
                            line.stream().map(Caller::thread).toList());
        }
    }

    @Test
    void anInterruptMeantForItDoesNotReachTheOthers() {
        List<Boolean> interrupts = Collections.synchronizedList(new ArrayList<>());
        Thread leader = holdFirst();
        line(Lanes.CROWD);
        gathering.work.script(requests -> interrupts.add(Thread.currentThread().isInterrupted()));
        leader.interrupt();
        assertAllHaveTheirResults();
        assertThat(gathering.work.leaders().get(2)).isEqualTo(leader);
        assertThat(interrupts.get(interrupts.size() - 1)).isFalse();
        assertThat(callers.get(1).interruptedAfterwards()).isTrue();
        assertThat(callers.subList(2, callers.size())).noneMatch(Caller::interruptedAfterwards);
    }

    @Test
    void whoSleepsMeanwhileAndIsInterruptedGetsItsResult() {
        Thread leader = holdFirst();
        List<Caller<String>> line = line(Lanes.CROWD);
        holdNext(3);
        line.forEach(Caller::interrupt);
        assertAllHaveTheirResults();
        assertThat(gathering.work.leaders().get(2)).isEqualTo(leader);
        assertThat(line).allMatch(Caller::interruptedAfterwards);
    }

    /** A batch stands at the gate, and the line is empty; {@return who leads it} */
    private Thread holdFirst() {
        callers.clear();
        int begun = gathering.work.batches().size();
        gathering.work.script(requests -> {});
        callers.add(gathering.hold(Request.of(0)));
        callers.addAll(gathering.line(Request.range(1, FIRST)));
        holdNext(begun + 2);
        return gathering.work.leaders().get(begun + 1);
    }

    /** Whoever stands at the gate goes on, and the next batch stops there. */
    private void holdNext(int number) {
        gathering.work.script(requests -> {
            gathering.work.hold();
            gathering.work.script(next -> {});
        });
        gathering.work.release();
        Gathering.until(
                "batch " + number + " is held", () -> gathering.work.batches().size() == number);
    }

    private List<Caller<String>> line(int size) {
        List<Caller<String>> line = gathering.line(Request.range(callers.size(), callers.size() + size - 1));
        callers.addAll(line);
        return line;
    }

    private void assertAllHaveTheirResults() {
        gathering.work.release();
        assertThat(callers)
                .extracting(Caller::result)
                .isEqualTo(IntStream.range(0, callers.size())
                        .mapToObj(id -> "result " + id)
                        .toList());
    }
}
