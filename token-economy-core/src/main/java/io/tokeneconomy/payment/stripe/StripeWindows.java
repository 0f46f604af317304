package io.tokeneconomy.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Dispute;
import com.stripe.model.HasId;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeCollection;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.DisputeListParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.checkout.SessionListParams;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.ListedSession;
import io.tokeneconomy.payment.WindowPage;
import io.tokeneconomy.payment.WindowQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stripe's lists by time of creation, a page at a time (docs.stripe.com/api/pagination). */
final class StripeWindows {

    private static final Logger LOG = LoggerFactory.getLogger(StripeGateway.class);

    private final StripeClient client;
    private final RequestOptions options;

    StripeWindows(StripeClient client, RequestOptions options) {
        this.client = client;
        this.options = options;
    }

    WindowPage<ListedSession> sessions(WindowQuery query) throws StripeException {
        SessionListParams params = SessionListParams.builder()
                .putAllExtraParam(within(query))
                .addExpand("data.payment_intent.latest_charge")
                .addExpand("data." + StripeReads.LINES)
                .build();
        StripeCollection<Session> page = client.v1().checkout().sessions().list(params, options);
        List<ListedSession> items = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (Session session : page.getData()) {
            read(session).ifPresentOrElse(items::add, () -> unreadable.add(session.getId()));
        }
        return new WindowPage<>(items, next(page), unreadable);
    }

    /** Empty when it cannot be read; one such must not hold up the others on its page. */
    private static Optional<ListedSession> read(Session session) {
        try {
            return Optional.of(Sessions.listed(session));
        } catch (RuntimeException e) {
            LOG.warn("Checkout session {} in the list cannot be read: {}", session.getId(), e.getMessage());
            return Optional.empty();
        }
    }

    WindowPage<CheckoutSession> charges(WindowQuery query) throws StripeException {
        PaymentIntentListParams params = PaymentIntentListParams.builder()
                .putAllExtraParam(within(query))
                .addExpand("data.latest_charge")
                .build();
        StripeCollection<PaymentIntent> page = client.v1().paymentIntents().list(params, options);
        List<CheckoutSession> items = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (PaymentIntent intent : page.getData()) {
            try {
                Optional.ofNullable(ChargedPayments.read(intent)).ifPresent(items::add);
            } catch (RuntimeException e) {
                LOG.warn("Payment {} in the list cannot be read: {}", intent.getId(), e.getMessage());
                unreadable.add(intent.getId());
            }
        }
        return new WindowPage<>(items, next(page), unreadable);
    }

    WindowPage<String> refundedPayments(WindowQuery query) throws StripeException {
        RefundListParams params =
                RefundListParams.builder().putAllExtraParam(within(query)).build();
        return page(
                client.v1().refunds().list(params, options), refunds -> payments(refunds, Refund::getPaymentIntent));
    }

    WindowPage<String> disputedPayments(WindowQuery query) throws StripeException {
        DisputeListParams params =
                DisputeListParams.builder().putAllExtraParam(within(query)).build();
        return page(
                client.v1().disputes().list(params, options),
                disputes -> payments(disputes, Dispute::getPaymentIntent));
    }

    /** What all of Stripe's lists take alike. */
    private static Map<String, Object> within(WindowQuery query) {
        Map<String, Object> params = new HashMap<>();
        params.put(
                "created",
                Map.of("gte", query.from().getEpochSecond(), "lt", query.to().getEpochSecond()));
        params.put("limit", query.limit());
        if (query.after() != null) {
            params.put("starting_after", query.after());
        }
        return params;
    }

    /** What has no payment intent was not paid in a checkout. */
    private static <T> Stream<String> payments(Stream<T> reversals, Function<T, @Nullable String> payment) {
        return reversals
                .flatMap(reversal -> Stream.ofNullable(payment.apply(reversal)))
                .distinct();
    }

    private static <T extends HasId> WindowPage<String> page(
            StripeCollection<T> page, Function<Stream<T>, Stream<String>> read) {
        return new WindowPage<>(read.apply(page.getData().stream()).toList(), next(page));
    }

    private static <T extends HasId> @Nullable String next(StripeCollection<T> page) {
        List<T> data = page.getData();
        boolean more = Boolean.TRUE.equals(page.getHasMore()) && !data.isEmpty();
        return more ? data.get(data.size() - 1).getId() : null;
    }
}
