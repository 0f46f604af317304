package io.tokeneconomy.example.benchmark.trial;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.example.benchmark.contender.Books;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditTest {

    private static Books books(long spends) {
        return new Books(spends, List.of());
    }

    @Test
    void asManySpendsAsAcknowledgedPass() {
        assertThatCode(() -> Audit.require(books(10), 10, 0)).doesNotThrowAnyException();
    }

    @Test
    void oneSpendTooFewFails() {
        assertThatThrownBy(() -> Audit.require(books(9), 10, 0))
                .isInstanceOf(TrialFailedException.class)
                .hasMessage("10 spends were acknowledged, 0 got no answer, but the books have 9");
    }

    @Test
    void oneSpendTooManyFails() {
        assertThatThrownBy(() -> Audit.require(books(11), 10, 0)).isInstanceOf(TrialFailedException.class);
    }

    @Test
    void aSpendWithoutAnswerMayBeThereOrNot() {
        assertThatCode(() -> Audit.require(books(10), 10, 2)).doesNotThrowAnyException();
        assertThatCode(() -> Audit.require(books(12), 10, 2)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Audit.require(books(13), 10, 2)).isInstanceOf(TrialFailedException.class);
    }

    @Test
    void aFaultInTheBooksFails() {
        assertThatThrownBy(() -> Audit.require(new Books(10, List.of("account-7 is wrong")), 10, 0))
                .isInstanceOf(TrialFailedException.class)
                .hasMessageContaining("1 faults, such as: account-7 is wrong");
    }
}
