package io.tokeneconomy.payment.stripe;

import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where Stripe shows a receipt: the invoice's page where there is an invoice, else the charge's receipt (<a
 * href="https://docs.stripe.com/receipts">docs.stripe.com/receipts</a>).
 */
final class Receipts {

    private static final Pattern INVOICE = Pattern.compile("in_[A-Za-z0-9_]{1,180}");

    private Receipts() {}

    static boolean isSale(String id) {
        return Sessions.isId(id) || Payments.isIntent(id) || isInvoice(id);
    }

    private static boolean isInvoice(String id) {
        return INVOICE.matcher(id).matches();
    }

    static @Nullable String url(StripeReads reads, String saleId) throws StripeException {
        if (isInvoice(saleId)) {
            return reads.invoicePage(saleId);
        }
        if (Payments.isIntent(saleId)) {
            return url(reads.intent(saleId));
        }
        Session session = reads.session(saleId);
        return session.getInvoice() == null
                ? url(session.getPaymentIntentObject())
                : reads.invoicePage(session.getInvoice());
    }

    private static @Nullable String url(@Nullable PaymentIntent payment) {
        @Nullable Charge charge = payment == null ? null : payment.getLatestChargeObject();
        return charge == null ? null : charge.getReceiptUrl();
    }
}
