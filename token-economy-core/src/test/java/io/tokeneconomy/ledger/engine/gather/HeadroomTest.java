package io.tokeneconomy.ledger.engine.gather;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers whose stack is about to end. */
class HeadroomTest {

    private final AtomicInteger overflows = new AtomicInteger();

    /** Compiled calls need less of the stack than interpreted ones, those of the lanes and those that look how much is left. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2_000, 50_000})
    void aLaneIsFreedAtWhateverDepthTheStackEnds(int before) throws InterruptedException {
        GatherOptions impatient = Gathering.ONE_LANE.withPatience(Duration.ofMillis(50));
        try (GroupCommit<Request, String> commit = new GroupCommit<>(
                impatient,
                Request::account,
                Request::weight,
                requests -> Collections.nCopies(requests.size(), "result"))) {
            for (int i = 0; i < before; i++) {
                commit.submit(Request.of(1));
            }
            Thread deep = new Thread(null, () -> submitFromTheBottomUp(commit, Integer.MAX_VALUE), "deep", 256 * 1024);
            deep.start();
            deep.join();
            assertThat(overflows).hasPositiveValue();
            assertThat(commit.submit(Request.of(2))).isEqualTo("result");
        }
    }

    private void submitFromTheBottomUp(GroupCommit<Request, String> commit, int deepest) {
        if (deepest == 0) {
            return;
        }
        try {
            submitFromTheBottomUp(commit, deepest - 1);
        } catch (StackOverflowError e) {
            overflows.incrementAndGet();
            commit.submit(Request.of(1));
        }
    }
}
