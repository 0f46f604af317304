package io.tokeneconomy.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.StripeClient;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Dispute;
import com.stripe.param.DisputeUpdateParams;
import com.stripe.param.DisputeUpdateParams.Evidence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a shop does about its disputes, asked with Stripe's own client. */
class DisputeAnswerTest {

    private StripeSandbox sandbox;
    private StripeClient stripe;
    private MoneyBack paid;
    private String id;

    @BeforeEach
    void start() throws StripeException {
        sandbox = StripeSandbox.builder().start();
        stripe = new Shop(sandbox).stripe();
        paid = new MoneyBack(sandbox, "4242424242424242");
        id = sandbox.disputes().chargeback(paid.session());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void evidenceGoesToTheBankAtOnce() throws StripeException {
        Dispute answered = update(product("110 tokens"));

        assertThat(answered.getStatus()).isEqualTo("under_review");
        assertThat(answered.getEvidence().getProductDescription()).isEqualTo("110 tokens");
        assertThat(answered.getEvidenceDetails().getHasEvidence()).isTrue();
        assertThat(answered.getEvidenceDetails().getSubmissionCount()).isEqualTo(1);
        assertThat(answered.getEvidenceDetails().getPastDue()).isFalse();
        assertThat(paid.dispute(id)).isEqualTo(answered);
        assertThat(paid.told()).endsWith("charge.dispute.funds_withdrawn", "charge.dispute.updated");
        assertRefused("under_review", () -> update(product("more")));
    }

    @Test
    void stagedEvidenceWaitsUntilItIsSubmitted() throws StripeException {
        Dispute staged = update(product("110 tokens").setSubmit(false));
        assertThat(staged.getStatus()).isEqualTo("needs_response");
        assertThat(staged.getEvidenceDetails().getHasEvidence()).isTrue();
        assertThat(staged.getEvidenceDetails().getSubmissionCount()).isZero();

        Dispute sent = update(DisputeUpdateParams.builder()
                .setEvidence(Evidence.builder().setCustomerName("Alice").build())
                .setSubmit(true));

        assertThat(sent.getStatus()).isEqualTo("under_review");
        assertThat(sent.getEvidence().getProductDescription()).isEqualTo("110 tokens");
        assertThat(sent.getEvidence().getCustomerName()).isEqualTo("Alice");
        assertThat(paid.told()).endsWith("charge.dispute.updated", "charge.dispute.updated");
    }

    @Test
    void anEmptyTextTakesTheOldOneBack() throws StripeException {
        update(product("wrong").setSubmit(false));
        Dispute emptied = update(product("").setSubmit(false));

        assertThat(emptied.getEvidence().getProductDescription()).isNull();
        assertThat(emptied.getEvidenceDetails().getHasEvidence()).isFalse();
        int told = paid.told().size();
        update(product("").setSubmit(false));
        assertThat(paid.told()).hasSize(told);
    }

    @Test
    void anInquiryIsAnsweredToo() throws StripeException {
        id = sandbox.disputes().inquiry(paid.session());
        assertThat(update(product("110 tokens")).getStatus()).isEqualTo("warning_under_review");
    }

    @Test
    void whoClosesADisputeLosesItForGood() throws StripeException {
        Dispute closed = stripe.v1().disputes().close(id);

        assertThat(closed.getStatus()).isEqualTo("lost");
        assertThat(paid.dispute(id).getStatus()).isEqualTo("lost");
        assertThat(closed.getBalanceTransactions()).hasSize(1);
        assertThat(paid.told()).endsWith("charge.dispute.funds_withdrawn", "charge.dispute.closed");
        assertRefused("lost", () -> stripe.v1().disputes().close(id));
        assertRefused("lost", () -> update(product("too late")));
        assertThat(paid.dispute(id).getEvidence().getProductDescription()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"won", "under_review", "warning_needs_response", "warning_closed", "prevented"})
    void onlyAChargebackThatNeedsAResponseIsClosed(String status) {
        sandbox.disputes().status(id, status);
        assertRefused(status, () -> stripe.v1().disputes().close(id));
    }

    @Test
    void metadataMayAlwaysChange() throws StripeException {
        sandbox.disputes().lose(id);
        Dispute noted = update(DisputeUpdateParams.builder().putMetadata("ticket", "7"));
        assertThat(noted.getMetadata()).containsEntry("ticket", "7");
        assertThat(noted.getStatus()).isEqualTo("lost");
        assertThat(paid.told()).endsWith("charge.dispute.closed", "charge.dispute.updated");
    }

    @Test
    void evidenceHasALengthAndNoFiles() throws StripeException {
        String longest = "x".repeat(DisputeEvidence.MAX_TEXT);
        update(product(longest).setSubmit(false));
        assertRefused("has 20001 characters", () -> update(product(longest + "x")));
        assertRefused("at most 150000", () -> update(texts(longest, longest)));
        assertRefused(
                "receipt",
                () -> update(DisputeUpdateParams.builder()
                        .setEvidence(Evidence.builder().setReceipt("file_1").build())));
        String rest = longest.substring(10_000);
        assertThat(update(texts(longest, rest)).getStatus()).isEqualTo("under_review");
    }

    /** With the product's description that is there already: 120,000 characters, and the last two. */
    private static DisputeUpdateParams.Builder texts(String seventh, String eighth) {
        String longest = "x".repeat(DisputeEvidence.MAX_TEXT);
        return DisputeUpdateParams.builder()
                .setEvidence(Evidence.builder()
                        .setAccessActivityLog(longest)
                        .setCancellationPolicyDisclosure(longest)
                        .setCancellationRebuttal(longest)
                        .setDuplicateChargeExplanation(longest)
                        .setRefundPolicyDisclosure(longest)
                        .setRefundRefusalExplanation(seventh)
                        .setUncategorizedText(eighth)
                        .build());
    }

    @Test
    void anUnknownDisputeIsNotFound() {
        assertThatThrownBy(() -> stripe.v1().disputes().close("du_1nope"))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refusal -> assertThat(refusal.getStatusCode()).isEqualTo(404));
    }

    private Dispute update(DisputeUpdateParams.Builder request) throws StripeException {
        return stripe.v1().disputes().update(id, request.build());
    }

    private static DisputeUpdateParams.Builder product(String description) {
        return DisputeUpdateParams.builder()
                .setEvidence(
                        Evidence.builder().setProductDescription(description).build());
    }

    private static void assertRefused(String told, Ask ask) {
        assertThatThrownBy(ask::run).isInstanceOfSatisfying(InvalidRequestException.class, refusal -> {
            assertThat(refusal.getStatusCode()).isEqualTo(400);
            assertThat(refusal.getMessage()).contains(told);
        });
    }

    private interface Ask {
        void run() throws StripeException;
    }
}
