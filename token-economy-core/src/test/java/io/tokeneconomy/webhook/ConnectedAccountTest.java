package io.tokeneconomy.webhook;

import static io.tokeneconomy.Shop.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.Shop;
import io.tokeneconomy.StripeRule;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.webhook.WebhookResult.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events of connected accounts, which look like ours but for one field, move nothing. */
@StripeRule(29)
class ConnectedAccountTest {

    private final Shop shop = Shop.on(MemoryLedgerStore.create());

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aSaleToldForAConnectedAccountIsNotCredited() {
        CheckoutSession session = shop.paid();

        assertThat(shop.receive("checkout.session.completed " + session.id() + " connected"))
                .isEqualTo(Outcome.IGNORED);
        assertThat(shop.balance(ALICE)).isZero();
        assertThat(shop.parked()).isEmpty();
        assertThat(shop.deliver("completed", session.id())).isEqualTo(Outcome.CREDITED);
    }

    @Test
    void norIsItsRefundTaken() {
        CheckoutSession session = shop.paid();
        shop.deliver("completed", session.id());

        assertThat(shop.receive("charge.refunded " + shop.paymentOf(session) + " connected"))
                .isEqualTo(Outcome.IGNORED);
        assertThat(shop.balance(ALICE)).isEqualTo(110);
    }

    @Test
    void norIsItsCustomerForgotten() {
        shop.begin();
        String customer = shop.gateway.requests().get(0).customerId();

        assertThat(shop.receive("customer.deleted " + customer + " alice connected"))
                .isEqualTo(Outcome.IGNORED);
        shop.begin();
        assertThat(shop.gateway.customersMade()).hasSize(1);
    }
}
