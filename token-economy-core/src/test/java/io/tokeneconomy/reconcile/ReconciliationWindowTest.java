package io.tokeneconomy.reconcile;

import static io.tokeneconomy.Shop.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.payment.WindowQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a run looks at, and how far it comes. */
class ReconciliationWindowTest extends ReconciliationCase {

    @Test
    void aWindowHasItsBeginningAndNotItsEnd() {
        for (int second = 0; second < 4; second++) {
            shop.setTime(NOON.plusSeconds(second));
            shop.paid();
        }
        Report report = shop.economy.reconciliation().repair(Window.between(NOON.plusSeconds(1), NOON.plusSeconds(3)));
        assertThat(report.found()).isEqualTo(2);
        assertThat(report.counts().sessions()).isEqualTo(2);
        Report again = shop.economy.reconciliation().check(Window.between(NOON.plusSeconds(1), NOON.plusSeconds(3)));
        assertThat(again.counts().orders()).isEqualTo(2);
        assertThat(again.clean()).isTrue();
    }

    @Test
    void pagesFollowEachOtherAndARunGoesOnWhereItEnded() {
        for (int i = 0; i < 250; i++) {
            shop.paid();
        }
        Report first = shop.economy.reconciliation().repair(HOUR.atMost(101));
        assertThat(first.found()).isEqualTo(100);
        assertThat(first.rest()).isPresent();
        assertThat(first.clean()).isFalse();
        assertThat(first.toText()).contains("Ended early: its budget is used up. Resume after sessions:cs_test_151");

        Report second =
                shop.economy.reconciliation().repair(first.rest().orElseThrow().atMost(Window.REQUESTS));
        assertThat(second.found()).isEqualTo(150);
        assertThat(second.rest()).isEmpty();
        assertThat(second.counts().orders()).isEqualTo(250);
        assertThat(shop.balance(ALICE)).isEqualTo(250 * 110);
        assertThat(check().clean()).isTrue();
    }

    @Test
    void aCursorOfNoReportIsRefused() {
        Stream.of("nowhere:x", "x", "sessions:a b", "")
                .forEach(cursor -> assertThatThrownBy(
                                () -> shop.economy.reconciliation().check(HOUR.resumingAfter(cursor)))
                        .isInstanceOf(InvalidValueException.class)
                        .hasMessageContaining("resumeAfter"));
    }

    @Test
    void limitsOfAWindowHoldAtTheirEdges() {
        Instant longest = NOON.plus(Duration.ofDays(Window.MAX_DAYS));
        Window.between(NOON, longest).perSecond(1).perSecond(100).atMost(1).atMost(Window.MAX_REQUESTS);
        assertThatThrownBy(() -> Window.between(NOON, longest.plusNanos(1_000))).hasMessageContaining("31 days");
        assertThatThrownBy(() -> Window.between(NOON, NOON)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> HOUR.perSecond(0)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> HOUR.perSecond(101)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> HOUR.atMost(0)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> HOUR.atMost(Window.MAX_REQUESTS + 1)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void theProvidersPagesAreAsLargeAsCanBe() {
        repair();
        assertThat(shop.gateway.queries())
                .hasSize(3)
                .extracting(WindowQuery::limit)
                .containsOnly(100);
    }
}
