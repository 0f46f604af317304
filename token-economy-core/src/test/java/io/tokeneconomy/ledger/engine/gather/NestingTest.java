package io.tokeneconomy.ledger.engine.gather;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From within the work nobody may wait for the work. */
class NestingTest {

    /** A call that would wait for itself. */
    private interface Nested {
        void in(GroupCommit<Request, String> commit);
    }

    private final Gathering gathering = new Gathering(GatherOptions.DEFAULT.withLanes(2));

    @AfterEach
    void close() {
        gathering.work.script(requests -> {});
        gathering.close();
    }

    static Stream<Nested> nested() {
        return Stream.of(
                commit -> commit.submit(new Request(0, 9, 1)),
                commit -> commit.submit(new Request(1, 9, 1)),
                commit -> commit.submitAll(List.of(new Request(0, 9, 1))),
                commit -> commit.submitAll(List.of()),
                GroupCommit::close);
    }

    @ParameterizedTest
    @MethodSource("nested")
    void itIsRefusedToWhoIsAlone(Nested nested) {
        gathering.work.script(requests -> nested.in(gathering.commit));
        Caller<String> caller = Caller.start(() -> gathering.commit.submit(Request.of(1)));
        assertThat(caller.failure())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("must not use the ledger");
        assertThat(gathering.work.sizes()).containsExactly(1);
        assertUsable();
    }

    @ParameterizedTest
    @MethodSource("nested")
    void itIsRefusedInCompanyAndInTheSecondAttempt(Nested nested) {
        Caller<String> first = gathering.hold(Request.of(0));
        List<Caller<String>> callers = gathering.line(Request.range(1, 2));
        gathering.work.script(requests -> {
            if (requests.get(0).id() > 0) {
                nested.in(gathering.commit);
            }
        });
        gathering.work.release();
        first.result();
        assertThat(callers)
                .extracting(Caller::failure)
                .allSatisfy(failure -> assertThat(failure).isInstanceOf(IllegalStateException.class));
        assertThat(gathering.work.sizes()).containsExactly(1, 2, 1, 1);
        assertUsable();
    }

    @ParameterizedTest
    @MethodSource("nested")
    void afterTheCommitItIsAllowed(Nested nested) {
        gathering.commit.submit(Request.of(1));
        nested.in(gathering.commit);
    }

    private void assertUsable() {
        gathering.work.script(requests -> {});
        assertThat(gathering.commit.submit(Request.of(5))).isEqualTo("result 5");
    }
}
