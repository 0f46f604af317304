package io.tokeneconomy.ledger.engine.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.ledger.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever is left out waits on a siding, and the lanes go on. */
class SidingsTest {

    private static final int LOCKED = 1;
    private static final int FREE = 2;

    private final ScriptedWork patient = new ScriptedWork();
    private final GroupCommit<Request, String> commit =
            new GroupCommit<>(Gathering.ONE_LANE, Request::account, Request::weight, new LockedWork());

    @AfterEach
    void close() {
        patient.script(requests -> {});
        patient.release();
        commit.close();
    }

    @Test
    void whoIsLeftOutIsCommittedPatiently() {
        assertThat(commit.submit(request(LOCKED, 7))).isEqualTo("result 7");
        assertThat(patient.requests()).containsExactly(request(LOCKED, 7));
    }

    @Test
    void theLaneGoesOnWhileOneWaits() {
        patient.hold();
        List<Caller<String>> waiting = new ArrayList<>();
        for (int id = 0; id < 3; id++) {
            Request request = request(LOCKED, id);
            waiting.add(Caller.start(() -> commit.submit(request)));
        }
        Gathering.until(
                "one waits patiently, two behind it", () -> patient.batches().size() == 1 && commit.waiting() == 2);
        assertThat(commit.submit(request(FREE, 5))).isEqualTo("result 5");
        assertThat(waiting).noneMatch(Caller::isDone);
        patient.release();
        assertThat(waiting).extracting(Caller::result).containsExactly("result 0", "result 1", "result 2");
        assertThat(patient.sizes()).containsExactly(1, 1, 1);
    }

    @Test
    void itsOwnFailureIsTold() {
        patient.script(requests -> {
            throw StoreException.unavailable("locked for too long", null);
        });
        assertThatThrownBy(() -> commit.submit(request(LOCKED, 1))).hasMessage("locked for too long");
    }

    @Test
    void whoIsInterruptedBehindAnotherWithdraws() {
        patient.hold();
        Caller<String> first = Caller.start(() -> commit.submit(request(LOCKED, 1)));
        Gathering.until("the first waits", () -> patient.batches().size() == 1);
        Caller<String> second = Caller.start(() -> commit.submit(request(LOCKED, 2)));
        Gathering.until("the second is behind it", () -> commit.waiting() == 1);
        second.interrupt();
        assertThat(second.failure()).hasMessageContaining("nothing was done");
        assertThat(second.interruptedAfterwards()).isTrue();
        patient.release();
        assertThat(first.result()).isEqualTo("result 1");
        assertThat(patient.requests()).doesNotContain(request(LOCKED, 2));
    }

    @Test
    void manyOfOneCallerKeepTheOrderOfEachAccount() {
        List<Request> requests = IntStream.range(0, 20)
                .mapToObj(id -> request(id % 2 == 0 ? LOCKED : FREE, id))
                .toList();
        assertThat(commit.submitAll(requests))
                .extracting(Result::orElseThrow)
                .isEqualTo(requests.stream().map(Request::result).toList());
        assertThat(patient.requests())
                .isEqualTo(requests.stream().filter(r -> r.account() == LOCKED).toList());
    }

    @Test
    void afterOneThatMaySucceedLaterNoneOfManyIsTried() {
        patient.script(requests -> {
            throw StoreException.unavailable("locked for too long", null);
        });
        List<Result<String>> results =
                commit.submitAll(List.of(request(LOCKED, 1), request(FREE, 2), request(LOCKED, 3)));
        assertThatThrownBy(results.get(0)::orElseThrow).hasMessage("locked for too long");
        assertThat(results.get(1).orElseThrow()).isEqualTo("result 2");
        assertThatThrownBy(results.get(2)::orElseThrow).hasMessageContaining("not tried");
        assertThat(patient.sizes()).containsExactly(1);
    }

    @Test
    void fromWithinNobodyMayWaitForTheWork() {
        patient.script(requests -> commit.submit(request(FREE, 9)));
        assertThatThrownBy(() -> commit.submit(request(LOCKED, 1))).isInstanceOf(IllegalStateException.class);
    }

    private static Request request(int account, int id) {
        return new Request(account, id, 1);
    }

    /** Leaves out the one account. */
    private final class LockedWork implements Work<Request, String> {

        @Override
        public List<@Nullable String> commit(List<Request> requests) {
            List<@Nullable String> results = new ArrayList<>();
            requests.forEach(request -> results.add(request.account() == LOCKED ? null : request.result()));
            return results;
        }

        @Override
        public String commitPatiently(Request request) {
            return patient.commit(List.of(request)).get(0);
        }
    }
}
