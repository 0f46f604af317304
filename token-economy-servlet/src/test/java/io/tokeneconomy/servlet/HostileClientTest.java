package io.tokeneconomy.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HostileClientTest {

    @Test
    void ofABodyThatNeverEndsOneByteMoreThanAllowedIsRead() {
        AtomicLong read = new AtomicLong();

        assertThatThrownBy(() -> Body.read(Fakes.endless(read), 2048))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.PAYLOAD_TOO_LARGE));
        assertThat(read).hasValue(2049);
    }

    @Test
    void aBodyThatBreaksOffIsTheClientsFault() {
        assertThatThrownBy(() -> Body.read(Fakes.brokenOff(), 2048))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.INVALID_REQUEST));
    }

    @Test
    void whoLeavesBeforeTheAnswerTroublesNobody() throws Exception {
        AtomicLong attempts = new AtomicLong();
        try (Shop shop = Shop.open();
                Logs logs = new Logs()) {
            shop.filter.doFilter(Fakes.brokenOff(), Fakes.gone(attempts), (request, response) -> {
                throw new AssertionError("the path is ours");
            });
            assertThat(logs.text()).isEmpty();
        }
        assertThat(attempts).hasPositiveValue();
    }
}
