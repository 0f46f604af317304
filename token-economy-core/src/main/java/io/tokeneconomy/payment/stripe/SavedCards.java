package io.tokeneconomy.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import com.stripe.model.StripeError;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerPaymentMethodListParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.payment.CardCharge;
import io.tokeneconomy.payment.CardCharge.Outcome;
import io.tokeneconomy.payment.ChargeRequest;
import io.tokeneconomy.payment.SavedCard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Payments with saved cards while their owner is away
 * (<a href="https://docs.stripe.com/payments/save-and-reuse">docs.stripe.com/payments/save-and-reuse</a>).
 */
final class SavedCards {

    private static final String AUTHENTICATION = "authentication_required";

    /** What Stripe asks of these is lost on somebody who is away. */
    private static final Set<String> ASKING = Set.of("requires_action", "requires_confirmation");

    /** Stripe's clock may be behind ours. */
    private static final Duration LENIENCY = Duration.ofMinutes(5);

    private static final long PAGE = 100;

    private final StripeClient client;
    private final RequestOptions options;

    SavedCards(StripeClient client, RequestOptions options) {
        this.client = client;
        this.options = options;
    }

    List<SavedCard> of(String customer) throws StripeException {
        CustomerPaymentMethodListParams params = CustomerPaymentMethodListParams.builder()
                .setType(CustomerPaymentMethodListParams.Type.CARD)
                .setLimit(PAGE)
                .build();
        return client.v1().customers().paymentMethods().list(customer, params, options).getData().stream()
                .map(SavedCards::read)
                .toList();
    }

    private static SavedCard read(PaymentMethod method) {
        PaymentMethod.Card card = Objects.requireNonNull(method.getCard(), "the payment method has no card");
        return new SavedCard(
                Objects.requireNonNull(method.getId(), "the payment method has no id"),
                Objects.requireNonNullElse(card.getBrand(), "card"),
                Objects.requireNonNullElse(card.getLast4(), "····"));
    }

    CardCharge charge(ChargeRequest request) throws StripeException {
        try {
            return outcome(client.v1().paymentIntents().create(params(request), options));
        } catch (CardException e) {
            return refused(paymentOf(e), e.getCode(), e.getDeclineCode());
        } catch (InvalidRequestException e) {
            if (isGone(e)) {
                return new CardCharge(Outcome.CARD_GONE, null, detail(e.getCode(), "card_gone"));
            }
            throw e;
        }
    }

    private static boolean isGone(InvalidRequestException e) {
        boolean missing = "resource_missing".equals(e.getCode());
        return "payment_method".equals(e.getParam()) || (missing && "customer".equals(e.getParam()));
    }

    static PaymentIntentCreateParams params(ChargeRequest request) {
        Money price = request.order().item().price();
        return PaymentIntentCreateParams.builder()
                .setAmount(price.amountMinor())
                .setCurrency(price.currency())
                .setCustomer(request.customerId())
                .setPaymentMethod(request.cardId())
                .setOffSession(true)
                .setConfirm(true)
                .setAutomaticPaymentMethods(PaymentIntentCreateParams.AutomaticPaymentMethods.builder()
                        .setEnabled(true)
                        .setAllowRedirects(PaymentIntentCreateParams.AutomaticPaymentMethods.AllowRedirects.NEVER)
                        .build())
                .setDescription(request.order().item().name())
                .putAllMetadata(request.metadata())
                .build();
    }

    /** Stripe's lists know at once what was just made, its search does not. Null when there is none. */
    @Nullable
    CardCharge charged(ChargeRequest request, Instant since) throws StripeException {
        PaymentIntentListParams params = PaymentIntentListParams.builder()
                .setCustomer(request.customerId())
                .setCreated(PaymentIntentListParams.Created.builder()
                        .setGte(since.minus(LENIENCY).getEpochSecond())
                        .build())
                .setLimit(PAGE)
                .build();
        for (PaymentIntent intent :
                client.v1().paymentIntents().list(params, options).autoPagingIterable()) {
            if (isFor(intent, request)) {
                return outcome(intent);
            }
        }
        return null;
    }

    private static boolean isFor(PaymentIntent intent, ChargeRequest request) {
        Map<String, String> metadata = intent.getMetadata() == null ? Map.of() : intent.getMetadata();
        return ChargeRequest.isMarked(metadata) && request.order().id().value().equals(metadata.get("order_id"));
    }

    private static @Nullable String paymentOf(CardException e) {
        PaymentIntent made =
                e.getStripeError() == null ? null : e.getStripeError().getPaymentIntent();
        return made == null ? null : made.getId();
    }

    private static CardCharge outcome(PaymentIntent intent) {
        String id = Objects.requireNonNull(intent.getId(), "the payment has no id");
        String status = String.valueOf(intent.getStatus());
        if (status.equals("succeeded")) {
            return new CardCharge(Outcome.PAID, id, status);
        }
        if (ASKING.contains(status)) {
            return new CardCharge(Outcome.AUTHENTICATION_REQUIRED, id, status);
        }
        if (status.equals("requires_payment_method") || status.equals("canceled")) {
            Optional<StripeError> error = Optional.ofNullable(intent.getLastPaymentError());
            return refused(
                    id,
                    error.map(StripeError::getCode).orElse(null),
                    error.map(StripeError::getDeclineCode).orElse(status));
        }
        return new CardCharge(Outcome.PENDING, id, detail(status, "pending"));
    }

    private static CardCharge refused(@Nullable String payment, @Nullable String code, @Nullable String declineCode) {
        boolean asks = AUTHENTICATION.equals(code) || AUTHENTICATION.equals(declineCode);
        return new CardCharge(
                asks ? Outcome.AUTHENTICATION_REQUIRED : Outcome.DECLINED,
                payment,
                detail(declineCode, detail(code, "card_declined")));
    }

    private static String detail(@Nullable String code, String otherwise) {
        return code == null || code.isBlank()
                ? otherwise
                : StripeErrors.scrubbed(code.substring(0, Math.min(code.length(), CardCharge.MAX_DETAIL / 2)));
    }
}
