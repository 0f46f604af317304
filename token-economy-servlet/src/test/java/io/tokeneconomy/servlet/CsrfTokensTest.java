package io.tokeneconomy.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CsrfTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void twoPairsThatReadTheSameWhenJoinedHaveDifferentTokens() {
        CsrfTokens tokens = at(NOW);

        String token = tokens.issue("ab", "c");

        assertThat(tokens.valid(token, "ab", "c")).isTrue();
        assertThat(tokens.valid(token, "a", "bc")).isFalse();
        assertThat(tokens.valid(token, "abc", "")).isFalse();
    }

    @Test
    void aTokenServesForTwentyFourHours() {
        String token = at(NOW).issue("alice", "s");
        Duration day = Duration.ofHours(24);

        assertThat(at(NOW.plus(day)).valid(token, "alice", "s")).isTrue();
        assertThat(at(NOW.plus(day).plusMillis(1)).valid(token, "alice", "s")).isFalse();
    }

    @Test
    void anotherNodesClockMayBeAheadButNotForEver() {
        String token = at(NOW).issue("alice", "s");

        assertThat(at(NOW.minusSeconds(5)).valid(token, "alice", "s")).isTrue();
        assertThat(at(NOW.minus(Duration.ofDays(2))).valid(token, "alice", "s")).isFalse();
    }

    @Test
    void twoTokensOfOneMomentDiffer() {
        assertThat(at(NOW).issue("alice", "s")).isNotEqualTo(at(NOW).issue("alice", "s"));
    }

    private static CsrfTokens at(Instant now) {
        return new CsrfTokens(new byte[32], () -> now);
    }
}
