package io.tokeneconomy.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.Customer;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentTest {

    private static final String GOOD = "4242424242424242";

    private WebhookReceiver receiver;
    private StripeSandbox sandbox;
    private Shop shop;

    @BeforeEach
    void start() throws Exception {
        receiver = new WebhookReceiver();
        sandbox = StripeSandbox.builder()
                .webhook(receiver.uri(), WebhookReceiver.SECRET)
                .asyncDelay(Duration.ofHours(1))
                .start();
        shop = new Shop(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
        receiver.close();
    }

    @Test
    void anOpenSessionIsUnpaidAndHasItsPageAndNoPayment() throws StripeException {
        Session session = shop.open();

        assertThat(session.getId()).startsWith("cs_test_");
        assertThat(session.getStatus()).isEqualTo("open");
        assertThat(session.getPaymentStatus()).isEqualTo("unpaid");
        assertThat(session.getAmountTotal()).isEqualTo(Shop.AMOUNT);
        assertThat(session.getUrl()).isEqualTo(sandbox.apiBase() + "/c/pay/" + session.getId());
        assertThat(session.getPaymentIntent()).isNull();
        assertThat(session.getLivemode()).isFalse();
        assertThat(session.getExpiresAt() - session.getCreated()).isEqualTo(86_400);
    }

    @ParameterizedTest
    @ValueSource(strings = {GOOD, "4242 4242 4242 4242", " 4242-4242-4242-4242 "})
    void aGoodCardPaysAndTheSignedEventArrivesBeforeTheBuyerGoesOn(String card) throws Exception {
        Session session = shop.open();

        PayResult result = sandbox.pay(session.getId(), card);

        URI success = URI.create("http://localhost:8080/done?session=" + session.getId());
        assertThat(result).isEqualTo(new PayResult.Completed(success, true));
        Event event = receiver.received().get(0).verified();
        assertThat(event.getType()).isEqualTo("checkout.session.completed");
        Session told = (Session) event.getDataObjectDeserializer().getObject().orElseThrow();
        assertThat(told.getPaymentStatus()).isEqualTo("paid");
        assertThat(told.getMetadata()).containsEntry("order_id", "o-1");
        assertThat(told.getClientReferenceId()).isEqualTo("alice");
    }

    @Test
    void aPaidSessionShowsItsPaymentItsItemsAndItsCustomerWhenAskedTo() throws StripeException {
        Customer customer = shop.stripe()
                .v1()
                .customers()
                .create(CustomerCreateParams.builder().setEmail("a@example.com").build());
        SessionCreateParams request =
                Shop.request().setCustomer(customer.getId()).build();
        String id = shop.stripe().v1().checkout().sessions().create(request).getId();
        sandbox.pay(id, GOOD);

        Session session = shop.stripe()
                .v1()
                .checkout()
                .sessions()
                .retrieve(
                        id,
                        SessionRetrieveParams.builder()
                                .addAllExpand(List.of("line_items", "payment_intent.latest_charge", "customer"))
                                .build());

        PaymentIntent intent = session.getPaymentIntentObject();
        assertThat(intent.getStatus()).isEqualTo("succeeded");
        assertThat(intent.getAmountReceived()).isEqualTo(Shop.AMOUNT);
        Charge charge = intent.getLatestChargeObject();
        assertThat(charge.getPaid()).isTrue();
        assertThat(charge.getMetadata()).containsEntry("order_id", "o-1");
        assertThat(session.getCustomerObject().getEmail()).isEqualTo("a@example.com");
        assertThat(session.getLineItems().getData().get(0).getDescription()).isEqualTo("110 tokens");
        assertThat(session.getUrl()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4000000000000002", "4000000000009995", "1234", ""})
    void aBadCardLeavesTheSessionOpenAndNothingIsSent(String card) throws StripeException {
        String id = shop.open().getId();

        assertThat(sandbox.pay(id, card)).isInstanceOf(PayResult.Declined.class);

        assertThat(shop.read(id).getStatus()).isEqualTo("open");
        assertThat(sandbox.events()).isEmpty();
        assertThat(sandbox.pay(id, GOOD)).isInstanceOf(PayResult.Completed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pay_later", "AT61 1904 3002 3457 3201"})
    void payLaterIsCompleteButUnpaidUntilTheMoneyArrives(String card) throws StripeException {
        String id = shop.open().getId();

        assertThat(sandbox.pay(id, card))
                .isInstanceOfSatisfying(
                        PayResult.Completed.class,
                        result -> assertThat(result.paid()).isFalse());
        assertThat(shop.read(id).getStatus()).isEqualTo("complete");
        assertThat(shop.read(id).getPaymentStatus()).isEqualTo("unpaid");
        assertThat(sandbox.pay(id, GOOD)).isInstanceOf(PayResult.NotPayable.class);

        sandbox.settle(id, true);

        assertThat(shop.read(id).getPaymentStatus()).isEqualTo("paid");
        Eventually.until("both events", () -> receiver.events().size() == 2);
        assertThat(receiver.types())
                .containsExactly("checkout.session.completed", "checkout.session.async_payment_succeeded");
        assertThatThrownBy(() -> sandbox.settle(id, false)).isInstanceOf(SandboxException.class);
    }

    @Test
    void payLaterThatFailsStaysUnpaidAndItsPaymentTellsWhy() throws StripeException {
        String id = shop.open().getId();
        sandbox.pay(id, "pay_later");

        sandbox.settle(id, false);

        Session session = shop.read(id);
        assertThat(session.getPaymentStatus()).isEqualTo("unpaid");
        PaymentIntent intent = shop.stripe().v1().paymentIntents().retrieve(session.getPaymentIntent());
        assertThat(intent.getStatus()).isEqualTo("requires_payment_method");
        assertThat(intent.getLastPaymentError().getMessage()).contains("insufficient funds");
        assertThat(shop.stripe()
                        .v1()
                        .charges()
                        .retrieve(intent.getLatestCharge())
                        .getStatus())
                .isEqualTo("failed");
        Eventually.until("failure told", () -> receiver.types().contains("checkout.session.async_payment_failed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pay_later", "pay_later_fails"})
    void payLaterSettlesByItselfAfterTheDelay(String card) throws Exception {
        try (StripeSandbox quick = StripeSandbox.builder()
                .asyncDelay(Duration.ofMillis(20))
                .webhook(receiver.uri(), WebhookReceiver.SECRET)
                .start()) {
            String id = new Shop(quick).open().getId();
            quick.pay(id, card);

            boolean fails = card.endsWith("fails");
            String expected = "checkout.session.async_payment_" + (fails ? "failed" : "succeeded");
            Eventually.until("settled", () -> receiver.types().contains(expected));
            assertThat(new Shop(quick).read(id).getPaymentStatus()).isEqualTo(fails ? "unpaid" : "paid");
        }
    }

    @Test
    void manyClicksAtOncePayOnce() throws Exception {
        String id = shop.open().getId();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Callable<PayResult>> clicks = Stream.generate(() -> (Callable<PayResult>) () -> sandbox.pay(id, GOOD))
                    .limit(64)
                    .toList();
            Set<PayResult> results =
                    threads.invokeAll(clicks).stream().map(PaymentTest::get).collect(Collectors.toSet());

            assertThat(results).hasSize(1).allMatch(PayResult.Completed.class::isInstance);
            assertThat(sandbox.events()).hasSize(1);
            assertThat(receiver.received()).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    private static PayResult get(Future<PayResult> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aFreeSessionNeedsNoPayment() throws StripeException {
        SessionCreateParams request = Shop.request("Gift", 0).build();
        String id = shop.stripe().v1().checkout().sessions().create(request).getId();

        sandbox.pay(id, GOOD);

        assertThat(shop.read(id).getPaymentStatus()).isEqualTo("no_payment_required");
        assertThat(shop.read(id).getPaymentIntent()).isNull();
    }

    @Test
    void paymentEventsAreEmittedOnlyWhenAskedFor() throws Exception {
        try (StripeSandbox more = StripeSandbox.builder()
                .emit("payment_intent.succeeded")
                .emit("charge.succeeded")
                .start()) {
            more.pay(new Shop(more).open().getId(), GOOD);
            assertThat(more.events())
                    .extracting(EmittedEvent::type)
                    .containsExactlyInAnyOrder(
                            "charge.succeeded", "payment_intent.succeeded", "checkout.session.completed");
        }
    }

    @Test
    void theReceiverCanReadTheSessionWhileTheBuyerWaits() throws Exception {
        String id = shop.open().getId();
        receiver.before(() -> {
            try {
                assertThat(shop.read(id).getPaymentStatus()).isEqualTo("paid");
            } catch (StripeException e) {
                throw new AssertionError(e);
            }
        });
        sandbox.pay(id, GOOD);
        assertThat(sandbox.events()).singleElement().matches(EmittedEvent::delivered);
    }
}
