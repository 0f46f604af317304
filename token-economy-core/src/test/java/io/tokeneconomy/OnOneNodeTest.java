package io.tokeneconomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class OnOneNodeTest {

    private static final Duration PAUSE = Duration.ofHours(1);

    private final MemoryLedgerStore store = MemoryLedgerStore.create();
    private final List<String> done = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void oneOfTwoDoesItEachTime() {
        OnOneNode first = node("first");
        OnOneNode second = node("second");
        first.getAsBoolean();
        second.getAsBoolean();
        assertThat(done).containsExactly("first");

        now = now.plus(PAUSE.multipliedBy(3).dividedBy(4));
        second.getAsBoolean();
        first.getAsBoolean();
        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void whoDidItMayDoItAgain() {
        OnOneNode only = node("only");
        only.getAsBoolean();
        only.getAsBoolean();
        assertThat(done).containsExactly("only", "only");
    }

    @Test
    void othersAreKeptOffWhileThereIsMore() {
        OnOneNode first = node(() -> done.add("first"));
        OnOneNode second = node("second");
        assertThat(first.getAsBoolean()).isTrue();
        now = now.plus(OnOneNode.PATIENCE).minusSeconds(1);
        second.getAsBoolean();
        assertThat(first.getAsBoolean()).isTrue();
        now = now.plus(OnOneNode.PATIENCE).minusSeconds(1);
        second.getAsBoolean();
        assertThat(done).containsExactly("first", "first");
    }

    @Test
    void whoDiesOverItIsWaitedForALittle() {
        node(() -> true).getAsBoolean();
        OnOneNode second = node("second");
        now = now.plus(OnOneNode.PATIENCE);
        second.getAsBoolean();
        assertThat(done).containsExactly("second");
    }

    @Test
    void whoIsKeptOffComesBackWhenTheOthersLeaseIsOver() {
        node("first").getAsBoolean();
        OnOneNode second = node("second");
        assertThat(second.rest(PAUSE)).isEqualTo(PAUSE);
        now = now.plusSeconds(60);
        second.getAsBoolean();
        assertThat(second.rest(PAUSE)).isEqualTo(Duration.ofMinutes(44));
        assertThat(second.rest(Duration.ofMinutes(1))).isEqualTo(Duration.ofMinutes(1));

        now = now.plus(Duration.ofHours(1));
        assertThat(second.rest(PAUSE)).isEqualTo(Duration.ofSeconds(1));
        second.getAsBoolean();
        assertThat(done).containsExactly("first", "second");
        assertThat(second.rest(PAUSE)).isEqualTo(PAUSE);
    }

    @Test
    void whatWasLeftByACrashIsTakenUpWhenItsLeaseIsOver() {
        node(() -> true).getAsBoolean();
        OnOneNode restarted = node("restarted");
        restarted.getAsBoolean();
        assertThat(restarted.rest(PAUSE)).isEqualTo(OnOneNode.PATIENCE);
    }

    @Test
    void whyATaskFailedIsToldAlsoWhenTheStoreFailsWithIt() {
        OnOneNode failing = node(() -> {
            store.close();
            throw new IllegalStateException("no provider");
        });
        assertThatThrownBy(failing::getAsBoolean)
                .hasMessage("no provider")
                .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));
    }

    @Test
    void whoseClockWasAheadKeepsNobodyOffForLong() {
        Instant right = now;
        now = now.plus(Duration.ofDays(365));
        node("ahead").getAsBoolean();
        now = right;
        node("second").getAsBoolean();
        assertThat(done).containsExactly("ahead", "second");
    }

    @Test
    void whoseClockIsALittleAheadIsRespected() {
        node("ahead").getAsBoolean();
        now = now.minusSeconds(30);
        node("second").getAsBoolean();
        assertThat(done).containsExactly("ahead");
    }

    @Test
    void whatTakesLongerThanThePauseIsRespectedToo() {
        new OnOneNode(store, "task", Duration.ofSeconds(1), () -> now, () -> done.add("first")).getAsBoolean();
        now = now.minusSeconds(30);
        new OnOneNode(store, "task", Duration.ofSeconds(1), () -> now, () -> done.add("second")).getAsBoolean();
        assertThat(done).containsExactly("first");
    }

    @Test
    void whatFailsMayBeTriedByOthersAtOnce() {
        OnOneNode failing = node(() -> {
            throw new IllegalStateException("no provider");
        });
        assertThatThrownBy(failing::getAsBoolean).hasMessage("no provider");
        node("second").getAsBoolean();
        assertThat(done).containsExactly("second");
    }

    @Test
    void whoEndsBetweenTwoStepsLeavesTheRestToOthersAtOnce() {
        OnOneNode first = node(() -> done.add("first"));
        assertThat(first.getAsBoolean()).isTrue();
        first.close();
        node("second").getAsBoolean();
        first.close();
        node("third").getAsBoolean();
        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void whoEndsWithinAStepLeavesItToNobody() {
        OnOneNode[] first = new OnOneNode[1];
        first[0] = node(() -> {
            first[0].close();
            node("second").getAsBoolean();
            return true;
        });
        first[0].getAsBoolean();
        first[0].getAsBoolean();
        assertThat(done).isEmpty();
    }

    @Test
    void tasksDoNotKeepEachOtherOff() {
        node("sweep").getAsBoolean();
        new OnOneNode(store, "other", PAUSE, () -> now, () -> !done.add("other")).getAsBoolean();
        assertThat(done).containsExactly("sweep", "other");
    }

    private OnOneNode node(String name) {
        return node(() -> !done.add(name));
    }

    private OnOneNode node(BooleanSupplier task) {
        return new OnOneNode(store, "task", PAUSE, () -> now, task);
    }
}
