package io.tokeneconomy.fulfilment;

import static io.tokeneconomy.Shop.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.catalog.Leftover;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.PlaceHold;
import io.tokeneconomy.ledger.Release;
import io.tokeneconomy.payment.Invoice;
import io.tokeneconomy.payment.Refund;
import io.tokeneconomy.payment.Refund.Status;
import io.tokeneconomy.webhook.WebhookResult.Outcome;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invoices whose money goes back when tokens of theirs ended unused: beside 110 bought tokens, 500 of a month. */
class ExpiredTokensTest extends SubscriptionCase {

    private static final IdempotencyKey WORK = IdempotencyKey.of("work");

    private Invoice invoice;

    @BeforeEach
    void buyAndSubscribe() {
        subscribed();
    }

    private void subscribed() {
        shop.deliver("completed", shop.paid().id());
        invoice = begin(subscribe());
        paid(invoice);
    }

    @ParameterizedTest
    @CsvSource({
        "  0, 999, 110",
        "200, 999, -90",
        "200, 500, 110",
        "400, 500, -40",
        "500, 999, -390",
    })
    void whatEndedUnusedCountsAsTakenBack(long used, long refunded, long left) {
        use(used);
        shop.setTime(month(2));
        shop.economy.ledger().sweep(10);

        refund(refunded, Status.SUCCEEDED);

        assertThat(settled()).isEqualTo(left);
    }

    @Test
    void whatEndsInTheCommitOfTheRefundCountsToo() {
        use(200);
        shop.setTime(month(2));

        refund(999, Status.SUCCEEDED);

        assertThat(settled()).isEqualTo(110 - 200);
    }

    @Test
    void whatEndsAtTheEndOfAHoldCountsToo() {
        shop.economy.ledger().apply(PlaceHold.of(ALICE, 500, WORK, Duration.ofDays(100)));
        shop.setTime(month(2));
        shop.economy.ledger().apply(Release.of(ALICE, WORK, IdempotencyKey.of("done")));

        refund(999, Status.SUCCEEDED);

        assertThat(settled()).isEqualTo(110);
    }

    @Test
    void whatEndsWhileTheProviderIsAskedCountsToo() {
        shop.setTime(month(2));
        shop.gateway.beforePaymentRead(id -> shop.economy.ledger().sweep(10));

        refund(999, Status.SUCCEEDED);

        assertThat(settled()).isEqualTo(110);
    }

    @Test
    void whatIsUsedWhileTheProviderIsAskedIsTaken() {
        shop.gateway.beforePaymentRead(id -> shop.economy.ledger().spend(ALICE, 300, IdempotencyKey.of("meanwhile")));

        refund(999, Status.SUCCEEDED);

        assertThat(settled()).isEqualTo(110 - 300);
    }

    @Test
    void whatWasCutAtARenewalCountsToo() {
        other(shop(BASIC.withLeftover(Leftover.rollsOver(100)), PLUS));
        shop.deliver("completed", shop.paid().id());
        var session = subscribe();
        invoice = begin(session);
        paid(invoice);
        paid(renew(session, 1));
        assertThat(settled()).isEqualTo(110 + 100 + 500);

        refund(999, Status.SUCCEEDED);

        assertThat(settled()).isEqualTo(110 + 500);
    }

    @Test
    void moneyBeforeAndAfterTheEndIsCountedOnce() {
        use(200);
        refund(333, Status.SUCCEEDED);
        assertThat(settled()).isEqualTo(110 + 300 - 166);
        shop.setTime(month(2));

        refund(666, Status.SUCCEEDED);

        assertThat(settled()).isEqualTo(110 - 200);
    }

    @Test
    void aRefundThatFailsGivesAgainNoMoreThanItTook() {
        use(200);
        shop.setTime(month(2));
        refund(999, Status.PENDING);

        refund(999, Status.FAILED);

        assertThat(settled()).isEqualTo(110);
        assertThat(shop.receive("charge.refunded pi_" + invoice.id())).isEqualTo(Outcome.ALREADY_DONE);
    }

    @Test
    void whatWasGivenAgainAndEndedCountsToo() {
        refund(999, Status.PENDING);
        refund(999, Status.FAILED);
        assertThat(settled()).isEqualTo(610);
        shop.setTime(month(2));

        refund(998, Status.SUCCEEDED);

        assertThat(settled()).isEqualTo(110);
    }

    private void use(long tokens) {
        if (tokens > 0) {
            spend("used", tokens);
        }
    }

    private void refund(long amount, Status status) {
        shop.gateway.refund("pi_" + invoice.id(), new Refund("re_" + amount, amount, "usd", status, Map.of()));
        shop.receive("charge.refunded pi_" + invoice.id());
    }

    private long settled() {
        return shop.economy.ledger().balance(ALICE).settled();
    }
}
