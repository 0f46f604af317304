package io.tokeneconomy.example.benchmark.trial;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PromisesTest {

    private static void tried(Fake contender) {
        contender.open(List.of(Promises.ACCOUNT), Promises.TOKENS);
        Promises.require(contender);
    }

    @Test
    void whoKeepsThemPasses() {
        assertThatCode(() -> tried(new Fake())).doesNotThrowAnyException();
    }

    @Test
    void whoBooksAKeyTwiceFails() {
        Fake forgetful = new Fake() {
            @Override
            boolean isBooked(String key) {
                return false;
            }
        };
        assertThatThrownBy(() -> tried(forgetful))
                .isInstanceOf(TrialFailedException.class)
                .hasMessage("the spend poor-1 must be REPLAYED and is BOOKED");
    }

    @Test
    void whoGoesBelowZeroFails() {
        Fake generous = new Fake() {
            @Override
            boolean mayTake(long balance) {
                return true;
            }
        };
        assertThatThrownBy(() -> tried(generous))
                .isInstanceOf(TrialFailedException.class)
                .hasMessage("the spend poor-3 must be REFUSED and is BOOKED");
    }
}
