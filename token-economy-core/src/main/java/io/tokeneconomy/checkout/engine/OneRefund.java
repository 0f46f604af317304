package io.tokeneconomy.checkout.engine;

import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.payment.Payment;
import io.tokeneconomy.payment.PaymentException;
import io.tokeneconomy.payment.PaymentGateway;
import io.tokeneconomy.payment.Refund;
import io.tokeneconomy.payment.RefundRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A refund that is made once under its key. The provider forgets idempotency keys after a day, metadata never: a refund
 * that bears the key is the one that is asked for.
 */
public final class OneRefund {

    private static final String KEY = "te_key";

    private final PaymentGateway gateway;
    private final IdempotencyKey key;
    private final Map<String, String> metadata;

    /**
     * @param gateway the provider
     * @param key unique within the payment
     * @param about what is to be kept on the refund beside the key
     */
    public OneRefund(PaymentGateway gateway, IdempotencyKey key, Map<String, String> about) {
        this.gateway = gateway;
        this.key = key;
        this.metadata = new HashMap<>(about);
        metadata.put("te_app", gateway.application());
        metadata.put(KEY, key.value());
    }

    /** {@return the refund that was made already} */
    public Optional<Refund> madeBefore(Payment payment) {
        return payment.refunds().stream()
                .filter(refund -> key.value().equals(refund.metadata().get(KEY)))
                .findFirst();
    }

    /**
     * {@return the refund; whoever was faster under the same key has made it}
     *
     * @throws PaymentException when the provider refuses or cannot be reached
     */
    public Refund make(Payment payment, long minor) {
        try {
            return gateway.refund(new RefundRequest(payment.id(), minor, key.value(), metadata));
        } catch (PaymentException e) {
            return gateway.payment(payment.id()).flatMap(this::madeBefore).orElseThrow(() -> e);
        }
    }
}
