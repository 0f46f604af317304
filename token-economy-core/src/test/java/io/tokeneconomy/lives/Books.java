package io.tokeneconomy.lives;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.checkout.Session;
import com.stripe.param.DisputeListParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.store.OrderQuery;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.payment.sandbox.StripeSandbox;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The provider's books of a session, computed from its objects without any code of ours, beside the ledger's. */
final class Books {

    private static final Set<String> BACK = Set.of("succeeded", "pending", "requires_action");
    private static final long TOKENS = 110;

    private final StripeClient stripe;

    Books(StripeSandbox sandbox) {
        this.stripe = StripeClient.builder()
                .setApiKey(StripeSandbox.API_KEY)
                .setApiBase(sandbox.apiBase().toString())
                .build();
    }

    static Optional<Order> orderOf(TokenEconomy economy, AccountId buyer) {
        return economy.orders().list(new OrderQuery(buyer, null, null, 1)).items().stream()
                .findFirst();
    }

    /** {@return the tokens that the session's buyer owns or has spent, as the provider's books have it} */
    long tokensDue(String sessionId) throws StripeException {
        Session session = stripe.v1()
                .checkout()
                .sessions()
                .retrieve(
                        sessionId,
                        SessionRetrieveParams.builder()
                                .addExpand("payment_intent.latest_charge")
                                .build());
        PaymentIntent payment = session.getPaymentIntentObject();
        if (!"paid".equals(session.getPaymentStatus()) || payment == null) {
            return 0;
        }
        Charge charge = payment.getLatestChargeObject();
        long back = Math.min(charge.getAmount(), refunded(payment) + disputed(payment));
        return TOKENS - TOKENS * back / charge.getAmount();
    }

    private long refunded(PaymentIntent payment) throws StripeException {
        List<Refund> refunds = stripe.v1()
                .refunds()
                .list(RefundListParams.builder()
                        .setPaymentIntent(payment.getId())
                        .setLimit(100L)
                        .build())
                .getData();
        return refunds.stream()
                .filter(refund -> BACK.contains(refund.getStatus()))
                .mapToLong(Refund::getAmount)
                .sum();
    }

    private long disputed(PaymentIntent payment) throws StripeException {
        List<Dispute> disputes = stripe.v1()
                .disputes()
                .list(DisputeListParams.builder()
                        .setPaymentIntent(payment.getId())
                        .setLimit(100L)
                        .build())
                .getData();
        return disputes.stream()
                .filter(dispute -> dispute.getBalanceTransactions().stream()
                                .mapToInt(each -> "dispute".equals(each.getReportingCategory()) ? 1 : -1)
                                .sum()
                        > 0)
                .mapToLong(Dispute::getAmount)
                .sum();
    }

    static void assertAgree(TokenEconomy economy, Life life, long due) {
        assertThat(economy.ledger().balance(life.buyer()).settled())
                .as("%s", life.buyer())
                .isEqualTo(due - life.spent());
        assertThat(economy.ledger().verify(life.buyer()).intact()).isTrue();
    }
}
