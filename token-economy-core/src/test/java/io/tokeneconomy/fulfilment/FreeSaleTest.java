package io.tokeneconomy.fulfilment;

import static io.tokeneconomy.Shop.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.Shop;
import io.tokeneconomy.StripeRule;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.order.ParkedPayment;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.CheckoutSession.Amounts;
import io.tokeneconomy.payment.CheckoutSession.PaymentStatus;
import io.tokeneconomy.payment.CheckoutSession.Status;
import io.tokeneconomy.payment.ScriptedSessions;
import io.tokeneconomy.webhook.WebhookResult.Outcome;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sales that cost nothing, in a shop that does not credit them. */
@StripeRule(35)
class FreeSaleTest {

    private static final String COMPLETED = "completed";

    private final MemoryLedgerStore store = MemoryLedgerStore.create();
    private final Shop shop = Shop.on(store, builder -> builder.creditFree(false));

    @AfterEach
    void close() {
        shop.close();
    }

    /** Whatever the provider calls it, nothing was charged. */
    @ParameterizedTest
    @EnumSource(names = {"PAID", "NO_PAYMENT_REQUIRED"})
    void theyAreParkedOnce(PaymentStatus status) {
        CheckoutSession session = free(shop, status);

        assertThat(shop.deliver(COMPLETED, session.id())).isEqualTo(Outcome.PARKED);
        assertThat(shop.deliver(COMPLETED, session.id())).isEqualTo(Outcome.PARKED);
        assertThat(shop.balance(ALICE)).isZero();
        assertThat(shop.order(session).state()).isEqualTo(OrderState.PARKED);
        assertThat(shop.toldParked).singleElement().satisfies(parked -> {
            assertThat(parked.reason()).contains("nothing was charged");
            assertThat(parked.amountMinor()).isZero();
        });
    }

    @Test
    void whatElseDoesNotFitIsSaidFirst() {
        CheckoutSession session = free(shop, PaymentStatus.NO_PAYMENT_REQUIRED);
        shop.gateway.put(ScriptedSessions.copy(session, session.id(), session.metadata(), new Amounts(1, 0, "usd")));
        shop.deliver(COMPLETED, session.id());

        assertThat(shop.parked())
                .extracting(ParkedPayment::reason)
                .singleElement()
                .asString()
                .contains("charges 1");
    }

    @Test
    void anEarlierSystemsAreParkedToo() {
        CheckoutSession session = free(shop, PaymentStatus.NO_PAYMENT_REQUIRED);
        Map<String, String> metadata =
                Map.of("purchase_type", "token_package", "user_id", "alice", "package_id", "popular", "tokens", "110");
        shop.gateway.put(ScriptedSessions.copy(session, "cs_test_old", metadata, new Amounts(999, 0, "usd")));

        assertThat(shop.deliver(COMPLETED, "cs_test_old")).isEqualTo(Outcome.PARKED);
        assertThat(shop.balance(ALICE)).isZero();
    }

    @Test
    void theyAreCreditedAfterAllWhereTheyAreWanted() {
        CheckoutSession session = free(shop, PaymentStatus.NO_PAYMENT_REQUIRED);
        shop.deliver(COMPLETED, session.id());
        try (Shop generous = Shop.on(store)) {
            generous.gateway.put(session);

            assertThat(generous.deliver(COMPLETED, session.id())).isEqualTo(Outcome.CREDITED);
            assertThat(generous.deliver(COMPLETED, session.id())).isEqualTo(Outcome.ALREADY_DONE);
            assertThat(generous.balance(ALICE)).isEqualTo(110);
            assertThat(generous.order(session).state()).isEqualTo(OrderState.PAID);
            assertThat(generous.parked()).isEmpty();
            assertThat(shop.deliver(COMPLETED, session.id())).isEqualTo(Outcome.ALREADY_DONE);
        }
    }

    @Test
    void aPaymentIsCreditedAsEver() {
        assertThat(shop.deliver(COMPLETED, shop.paid().id())).isEqualTo(Outcome.CREDITED);
    }

    private static CheckoutSession free(Shop shop, PaymentStatus status) {
        CheckoutSession begun = shop.begin();
        CheckoutSession done = ScriptedSessions.with(begun, Status.COMPLETE, status);
        CheckoutSession free = ScriptedSessions.copy(done, done.id(), done.metadata(), new Amounts(999, 0, "usd"));
        shop.gateway.put(free);
        return free;
    }
}
