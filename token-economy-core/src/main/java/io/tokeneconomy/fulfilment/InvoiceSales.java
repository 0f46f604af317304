package io.tokeneconomy.fulfilment;

import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.Invoice;
import io.tokeneconomy.payment.PaymentException;
import io.tokeneconomy.payment.PaymentException.Reason;
import io.tokeneconomy.payment.PaymentGateway;
import io.tokeneconomy.payment.SubscriptionGateway;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sales that came with an invoice. A shop without plans may have had some, so invoices are asked for there too; but
 * its key need not be allowed to read them, and a refused question then means that there is none.
 */
final class InvoiceSales {

    private static final Logger LOG = LoggerFactory.getLogger(InvoiceSales.class);
    private static final String INVOICE = "in_";
    private static final Set<Reason> REFUSED = Set.of(Reason.REJECTED, Reason.UNAUTHORIZED);

    private final PaymentGateway gateway;
    private final boolean hasPlans;

    InvoiceSales(PaymentGateway gateway, boolean hasPlans) {
        this.gateway = gateway;
        this.hasPlans = hasPlans;
    }

    static boolean isInvoice(String id) {
        return id.startsWith(INVOICE);
    }

    Optional<Sale> find(String invoiceId) {
        return ask(invoices -> invoices.invoice(invoiceId));
    }

    Optional<Sale> paidBy(String paymentId) {
        return ask(invoices -> invoices.invoicePaidBy(paymentId));
    }

    Optional<Sale> begunBy(CheckoutSession session) {
        return ask(invoices -> invoices.invoiceOf(session.id()));
    }

    private Optional<Sale> ask(Function<SubscriptionGateway, Optional<Invoice>> question) {
        try {
            return gateway.subscriptions().flatMap(question).map(Sale::of);
        } catch (PaymentException e) {
            if (hasPlans || !REFUSED.contains(e.reason())) {
                throw e;
            }
            LOG.debug("Taken for no invoice, as this shop has no plans: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
