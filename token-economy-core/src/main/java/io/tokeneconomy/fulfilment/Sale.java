package io.tokeneconomy.fulfilment;

import io.tokeneconomy.order.PaymentRefs;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.CheckoutSession.Amounts;
import io.tokeneconomy.payment.CheckoutSession.Kind;
import io.tokeneconomy.payment.CheckoutSession.PaymentStatus;
import io.tokeneconomy.payment.CheckoutSession.Status;
import io.tokeneconomy.payment.Invoice;
import org.jspecify.annotations.Nullable;

/**
 * What is paid at once: a checkout, or an invoice of a subscription. Both have an id, a payment and amounts, so that money
 * comes, goes back and is parked in the same way for both.
 *
 * @param session the checkout; for an invoice, the invoice in the same words
 * @param invoice the invoice; null for a checkout
 */
public record Sale(CheckoutSession session, @Nullable Invoice invoice) {

    /** {@return a checkout's} */
    public static Sale of(CheckoutSession session) {
        return new Sale(session, null);
    }

    /** {@return an invoice's} With several payments it has none: money that goes back could not be told apart. */
    public static Sale of(Invoice invoice) {
        String payment = invoice.payments().size() == 1 ? invoice.payments().get(0) : null;
        CheckoutSession asSession = new CheckoutSession(
                invoice.id(),
                Kind.SUBSCRIPTION,
                Status.COMPLETE,
                status(invoice),
                invoice.mode(),
                new Amounts(invoice.subtotal(), invoice.total(), invoice.currency()),
                invoice.reversed(),
                new PaymentRefs(invoice.id(), payment, invoice.customerId()),
                null,
                invoice.metadata(),
                null,
                invoice.createdAt());
        return new Sale(asSession, invoice);
    }

    /** {@return what it cost in all, if its payment may have paid only a part; otherwise 0} */
    public long total() {
        return invoice == null ? 0 : Math.max(0, invoice.total());
    }

    private static PaymentStatus status(Invoice invoice) {
        if (!invoice.paid()) {
            return PaymentStatus.UNPAID;
        }
        return invoice.isFree() ? PaymentStatus.NO_PAYMENT_REQUIRED : PaymentStatus.PAID;
    }
}
