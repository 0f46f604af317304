package io.tokeneconomy.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.Event;
import com.stripe.model.Refund;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import java.net.http.HttpResponse;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefundTest {

    private static final String GOOD = "4242424242424242";

    private WebhookReceiver receiver;
    private StripeSandbox sandbox;
    private MoneyBack paid;

    @BeforeEach
    void start() throws Exception {
        receiver = new WebhookReceiver();
        sandbox = StripeSandbox.builder()
                .webhook(receiver.uri(), WebhookReceiver.SECRET)
                .start();
        paid = new MoneyBack(sandbox, GOOD);
    }

    @AfterEach
    void stop() {
        sandbox.close();
        receiver.close();
    }

    private static void assertRefused(ThrowingCallable call, @Nullable String code, String message) {
        assertThatThrownBy(call).isInstanceOfSatisfying(InvalidRequestException.class, error -> {
            assertThat(error.getStatusCode()).isEqualTo(400);
            assertThat(error.getCode()).isEqualTo(code);
            assertThat(error.getMessage()).contains(message);
        });
    }

    @Test
    void aFullRefundEmptiesTheCharge() throws StripeException {
        Refund refund = paid.refund(
                paid.request().setReason(RefundCreateParams.Reason.DUPLICATE).putMetadata("order_id", "o-1"));

        assertThat(refund.getId()).startsWith("re_");
        assertThat(refund.getAmount()).isEqualTo(Shop.AMOUNT);
        assertThat(refund.getStatus()).isEqualTo("succeeded");
        assertThat(refund.getReason()).isEqualTo("duplicate");
        assertThat(refund.getMetadata()).containsEntry("order_id", "o-1");
        assertThat(refund.getCurrency()).isEqualTo("usd");
        assertThat(refund.getPaymentIntent()).isEqualTo(paid.intent());
        Charge charge = paid.charge();
        assertThat(refund.getCharge()).isEqualTo(charge.getId());
        assertThat(charge.getRefunded()).isTrue();
        assertThat(charge.getAmountRefunded()).isEqualTo(Shop.AMOUNT);
        assertThat(paid.told()).containsExactly("refund.created", "charge.refunded");
    }

    @Test
    void partsAddUpOnTheChargeAndEachEventTellsTheSumSoFar() throws Exception {
        paid.refund(paid.request().setAmount(400L));
        assertThat(paid.charge().getRefunded()).isFalse();
        paid.refund(paid.request().setAmount(599L));

        assertThat(paid.charge().getRefunded()).isTrue();
        assertThat(paid.refunds()).extracting(Refund::getAmount).containsExactly(599L, 400L);
        Eventually.until(
                "both sums",
                () -> receiver.types().stream()
                                .filter("charge.refunded"::equals)
                                .count()
                        == 2);
        assertThat(receiver.events())
                .filteredOn(event -> event.getType().equals("charge.refunded"))
                .extracting(RefundTest::amountRefunded)
                .containsExactlyInAnyOrder(400L, Shop.AMOUNT);
    }

    private static Long amountRefunded(Event event) {
        return ((Charge) event.getDataObjectDeserializer().getObject().orElseThrow()).getAmountRefunded();
    }

    @Test
    void moreThanIsLeftIsRefusedAndNothingChanges() throws StripeException {
        paid.refund(paid.request().setAmount(400L));

        assertRefused(() -> paid.refund(paid.request().setAmount(600L)), null, "($6.00) is greater than unrefunded");
        assertThat(paid.charge().getAmountRefunded()).isEqualTo(400);
        assertThat(paid.refund(paid.request().setAmount(599L)).getStatus()).isEqualTo("succeeded");
        assertRefused(() -> paid.refund(paid.request()), "charge_already_refunded", "already been refunded");
        assertThat(paid.refunds()).hasSize(2);
    }

    @Test
    void aChargeBackIsNotRefundedButAnInquiryIs() throws StripeException {
        String inquiry = sandbox.disputes().inquiry(paid.intent());
        paid.refund(paid.request().setAmount(1L));
        sandbox.disputes().escalate(inquiry);

        assertRefused(() -> paid.refund(paid.request()), "charge_disputed", "charged back");
        sandbox.disputes().win(inquiry);
        assertThat(paid.refund(paid.request()).getAmount()).isEqualTo(Shop.AMOUNT - 1);
    }

    @Test
    void onlyMoneyThatHasComeIsRefunded() throws StripeException {
        MoneyBack later = new MoneyBack(sandbox, "pay_later");
        assertRefused(() -> later.refund(later.request()), null, "does not have a successful charge");
        sandbox.settle(later.session(), true);
        assertThat(later.refund(later.request()).getStatus()).isEqualTo("succeeded");
    }

    @Test
    void theSameKeyRefundsOnce() throws StripeException {
        Refund first = paid.refund(paid.request().setAmount(100L), "refund-1");
        Refund again = paid.refund(paid.request().setAmount(100L), "refund-1");

        assertThat(again).isEqualTo(first);
        assertThat(paid.charge().getAmountRefunded()).isEqualTo(100);
        assertThatThrownBy(() -> paid.refund(paid.request().setAmount(101L), "refund-1"))
                .hasMessageContaining("idempotent requests");
    }

    @Test
    void aRefundByChargeIsListedByEitherIdAndWithinItsTime() throws StripeException {
        MoneyBack other = new MoneyBack(sandbox, GOOD);
        other.refund(other.request());
        Refund refund = paid.refund(
                RefundCreateParams.builder().setCharge(paid.charge().getId()).setAmount(7L));

        assertThat(paid.refunds()).extracting("id").containsExactly(refund.getId());
        RefundListParams.Builder byCharge =
                RefundListParams.builder().setCharge(paid.charge().getId());
        Shop shop = new Shop(sandbox);
        assertThat(shop.stripe().v1().refunds().list(byCharge.build()).getData())
                .extracting("id")
                .containsExactly(refund.getId());
        long after = refund.getCreated() + 1;
        assertThat(shop.stripe()
                        .v1()
                        .refunds()
                        .list(byCharge.setCreated(RefundListParams.Created.builder()
                                        .setGte(after)
                                        .build())
                                .build())
                        .getData())
                .isEmpty();
        assertThat(shop.stripe().v1().refunds().list().getData()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amount=1",
                "payment_intent=pi_3unknown",
                "charge=ch_3unknown",
                "payment_intent=%s&charge=ch_3x",
                "payment_intent=%s&amount=0",
                "payment_intent=%s&amount=-5",
                "payment_intent=%s&amount=1.5",
                "payment_intent=%s&reason=whim",
                "payment_intent=%s&reverse_transfer=true",
                "payment_intent=%s&instructions_email=a@example.com",
                "payment_intent=%s&colour=red"
            })
    void badRequestsAreRefused(String form) throws StripeException {
        HttpResponse<String> answer = new RawHttp(sandbox).send("POST", "/v1/refunds", form.formatted(paid.intent()));

        assertThat(answer.statusCode()).isBetween(400, 404);
        assertThat(paid.refunds()).isEmpty();
    }

    @Test
    void metadataCanBeAddedLaterWhichIsTold() throws StripeException {
        Refund refund = paid.refund(paid.request());
        RawHttp http = new RawHttp(sandbox);
        http.send("POST", "/v1/refunds/" + refund.getId(), "metadata[note]=sorry");
        http.send("POST", "/v1/refunds/" + refund.getId(), "metadata[note]=sorry");

        assertThat(paid.refund(refund.getId()).getMetadata()).containsEntry("note", "sorry");
        assertThat(paid.told()).containsExactly("refund.created", "charge.refunded", "refund.updated");
    }
}
