package io.tokeneconomy.ledger.engine.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.ledger.store.StoreException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Closing finishes what has begun and begins nothing. */
class ClosingTest {

    private final Gathering gathering = new Gathering(Gathering.ONE_LANE);

    @AfterEach
    void close() {
        gathering.close();
    }

    @Test
    void itWaitsForThoseWhoCommitAndThoseInLine() {
        Caller<String> first = gathering.hold(Request.of(0));
        List<Caller<String>> callers = gathering.line(Request.range(1, 3));
        Caller<Integer> closer = closer();
        gathering.work.release();
        assertThat(closer.result()).isEqualTo(2);
        assertThat(first.result()).isEqualTo("result 0");
        assertThat(callers).extracting(Caller::result).containsExactly("result 1", "result 2", "result 3");
    }

    @Test
    void itWaitsForTheSecondAttempts() {
        Caller<String> first = gathering.hold(Request.of(0));
        List<Caller<String>> callers = gathering.line(Request.range(1, 3));
        gathering.work.script(requests -> {
            if (requests.size() > 1) {
                throw new IllegalStateException("too large");
            }
        });
        Caller<Integer> closer = closer();
        gathering.work.release();
        assertThat(closer.result()).isEqualTo(5);
        assertThat(first.result()).isEqualTo("result 0");
        assertThat(callers).extracting(Caller::result).containsExactly("result 1", "result 2", "result 3");
    }

    @Test
    void nothingIsDoneAfterwards() {
        gathering.close();
        assertThatThrownBy(() -> gathering.commit.submit(Request.of(1)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("closed");
        assertThat(gathering.commit.submitAll(Request.range(1, 2)))
                .allSatisfy(result -> assertThatThrownBy(result::orElseThrow).hasMessageContaining("closed"));
        assertThat(gathering.work.batches()).isEmpty();
    }

    @Test
    void closingTwiceDoesNothing() {
        gathering.commit.submit(Request.of(1));
        gathering.close();
        gathering.close();
        assertThatThrownBy(() -> gathering.commit.submit(Request.of(1))).hasMessageContaining("closed");
        gathering.close();
    }

    @Test
    void twoWhoCloseBothWait() {
        Caller<String> first = gathering.hold(Request.of(0));
        List<Caller<Integer>> closers = List.of(closer(), closer());
        gathering.work.release();
        assertThat(closers).extracting(Caller::result).containsExactly(1, 1);
        assertThat(first.result()).isEqualTo("result 0");
    }

    @Test
    void whoIsInterruptedWhileClosingStillWaits() {
        Caller<String> first = gathering.hold(Request.of(0));
        Caller<Integer> closer = closer();
        closer.interrupt();
        gathering.work.release();
        assertThat(closer.result()).isEqualTo(1);
        assertThat(closer.interruptedAfterwards()).isTrue();
        first.result();
    }

    /** Closes, and returns how many batches had ended by then. */
    private Caller<Integer> closer() {
        Caller<Integer> closer = Caller.start(() -> {
            gathering.commit.close();
            return gathering.work.ended();
        });
        Gathering.until("it waits", () -> closer.thread().getState() == Thread.State.WAITING);
        return closer;
    }
}
