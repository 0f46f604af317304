package io.tokeneconomy.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeCollection;
import com.stripe.model.checkout.Session;
import com.stripe.param.ChargeListParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.checkout.SessionListParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a shop finds its payments again. */
class PaymentListsTest {

    private static final String GOOD = "4242424242424242";

    private final SettableTime time = new SettableTime();
    private StripeSandbox sandbox;
    private Shop shop;

    @BeforeEach
    void start() {
        sandbox = StripeSandbox.builder().time(time).start();
        shop = new Shop(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private Session paid() throws StripeException {
        String id = shop.open().getId();
        sandbox.pay(id, GOOD);
        return shop.read(id);
    }

    private StripeCollection<Session> sessions(SessionListParams.Builder params) throws StripeException {
        return shop.stripe().v1().checkout().sessions().list(params.build());
    }

    @Test
    void aSessionIsFoundByItsPayment() throws StripeException {
        Session first = paid();
        Session second = paid();

        for (Session each : List.of(first, second)) {
            assertThat(sessions(SessionListParams.builder().setPaymentIntent(each.getPaymentIntent()))
                            .getData())
                    .extracting("id")
                    .containsExactly(each.getId());
        }
        assertThat(sessions(SessionListParams.builder().setPaymentIntent("pi_3unknown"))
                        .getData())
                .isEmpty();
    }

    @Test
    void paidSessionsOfAWindowArePagedNewestFirst() throws StripeException {
        paid();
        time.advance(Duration.ofSeconds(10));
        long from = time.instant().getEpochSecond();
        List<String> wanted = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            wanted.add(0, paid().getId());
            shop.open();
        }
        SessionListParams.Builder window = SessionListParams.builder()
                .setStatus(SessionListParams.Status.COMPLETE)
                .setCreated(SessionListParams.Created.builder().setGte(from).build());

        StripeCollection<Session> first = sessions(window);
        assertThat(first.getData()).hasSize(10);
        assertThat(first.getHasMore()).isTrue();
        StripeCollection<Session> rest = sessions(window.setStartingAfter(wanted.get(9)));
        assertThat(rest.getHasMore()).isFalse();
        List<Session> all = new ArrayList<>(first.getData());
        all.addAll(rest.getData());
        assertThat(all).extracting("id").containsExactlyElementsOf(wanted);
    }

    @Test
    void paymentIntentsAndChargesAreListedAndAChargeIsFoundByItsPaymentIntent() throws StripeException {
        String first = paid().getPaymentIntent();
        String second = paid().getPaymentIntent();

        List<PaymentIntent> intents = shop.stripe()
                .v1()
                .paymentIntents()
                .list(PaymentIntentListParams.builder().setLimit(100L).build())
                .getData();
        assertThat(intents).extracting("id").containsExactly(second, first);
        List<Charge> charges = shop.stripe()
                .v1()
                .charges()
                .list(ChargeListParams.builder().setPaymentIntent(first).build())
                .getData();
        assertThat(charges).extracting("id").containsExactly(intents.get(1).getLatestCharge());
    }

    @Test
    void oneReadOfASessionTellsAllOfItsMoney() throws StripeException {
        Session session = shop.stripe()
                .v1()
                .checkout()
                .sessions()
                .retrieve(
                        paid().getId(),
                        SessionRetrieveParams.builder()
                                .addExpand("payment_intent.latest_charge.refunds")
                                .addExpand("line_items")
                                .build());

        Charge charge = session.getPaymentIntentObject().getLatestChargeObject();
        assertThat(charge.getAmount()).isEqualTo(Shop.AMOUNT);
        assertThat(charge.getAmountCaptured()).isEqualTo(Shop.AMOUNT);
        assertThat(charge.getAmountRefunded()).isZero();
        assertThat(charge.getRefunded()).isFalse();
        assertThat(charge.getDisputed()).isFalse();
        assertThat(charge.getCurrency()).isEqualTo("usd");
        assertThat(charge.getPaymentIntent()).isEqualTo(session.getPaymentIntent());
        assertThat(charge.getMetadata()).containsEntry("order_id", "o-1");
        assertThat(charge.getLivemode()).isFalse();
        assertThat(charge.getRefunds().getData()).isEmpty();
        assertThat(session.getLineItems().getData()).hasSize(1);
    }
}
