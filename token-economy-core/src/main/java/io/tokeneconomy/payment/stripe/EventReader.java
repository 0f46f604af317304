package io.tokeneconomy.payment.stripe;

import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.payment.ChargeRequest;
import io.tokeneconomy.payment.MalformedEventException;
import io.tokeneconomy.payment.PaymentEvent;
import io.tokeneconomy.payment.PaymentEvent.Change;
import io.tokeneconomy.payment.PaymentEvent.CustomerDeleted;
import io.tokeneconomy.payment.PaymentEvent.Envelope;
import io.tokeneconomy.payment.PaymentEvent.InvoicePaid;
import io.tokeneconomy.payment.PaymentEvent.Other;
import io.tokeneconomy.payment.PaymentEvent.PaymentReversed;
import io.tokeneconomy.payment.PaymentEvent.SessionChanged;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads proven events of any API version. Only the few fields that all versions share are read; Stripe's library would
 * give nothing for an event of another version than its own.
 */
final class EventReader {

    private static final Logger log = LoggerFactory.getLogger(EventReader.class);
    private static final int MAX_VERSIONS_TOLD = 32;
    private static final String CUSTOMER_DELETED = "customer.deleted";
    private static final String THIN = "v2.core.event";
    private static final Map<String, Change> CHANGES = Map.of(
            "checkout.session.completed", Change.COMPLETED,
            "checkout.session.async_payment_succeeded", Change.ASYNC_PAYMENT_SUCCEEDED,
            "checkout.session.async_payment_failed", Change.ASYNC_PAYMENT_FAILED,
            "checkout.session.expired", Change.EXPIRED);
    private static final Map<String, Change> CHARGES = Map.of(
            "payment_intent.succeeded", Change.COMPLETED,
            "payment_intent.payment_failed", Change.ASYNC_PAYMENT_FAILED,
            "payment_intent.canceled", Change.EXPIRED);

    private final Set<String> versionsTold = ConcurrentHashMap.newKeySet();

    PaymentEvent read(byte[] payload) {
        String text = StrictJson.decode(payload);
        JsonFields event = JsonFields.of("event", StrictJson.parse(text));
        String kind = event.text("object");
        Envelope envelope = envelope(event, text);
        if (THIN.equals(kind)) {
            log.info("event {} is thin, which is not supported: subscribe to snapshot events", envelope);
            return new Other(envelope);
        }
        if (!"event".equals(kind)) {
            throw new MalformedEventException("event.object is neither event nor " + THIN);
        }
        JsonFields subject = event.child("data").child("object");
        tellOnce(envelope.apiVersion());
        Change change = CHANGES.get(envelope.type());
        if (change != null) {
            return new SessionChanged(envelope, subject.text("id"), change, subject.optionalTexts("metadata"));
        }
        Change charge = CHARGES.get(envelope.type());
        if (charge != null) {
            return charged(envelope, subject, charge);
        }
        PaymentEvent paid = paidInvoice(envelope, subject);
        if (paid != null) {
            return paid;
        }
        if (CUSTOMER_DELETED.equals(envelope.type())) {
            Map<String, String> metadata = subject.optionalTexts("metadata");
            return new CustomerDeleted(envelope, subject.text("id"), metadata == null ? Map.of() : metadata);
        }
        String payment = isReversal(envelope.type()) ? payment(subject) : null;
        return payment == null ? new Other(envelope) : new PaymentReversed(envelope, payment);
    }

    /** The payments of checkouts are told by the events of their checkouts. */
    private static PaymentEvent charged(Envelope envelope, JsonFields payment, Change change) {
        Map<String, String> metadata = payment.optionalTexts("metadata");
        return metadata != null && ChargeRequest.isMarked(metadata)
                ? new SessionChanged(envelope, payment.text("id"), change, metadata)
                : new Other(envelope);
    }

    /** All of them ask for the same look; of newer versions one comes for each payment of an invoice. */
    private static @Nullable PaymentEvent paidInvoice(Envelope envelope, JsonFields subject) {
        return switch (envelope.type()) {
            case "invoice.paid", "invoice.payment_succeeded" ->
                new InvoicePaid(envelope, subject.text("id"), subscriptionMetadata(subject));
            case "invoice_payment.paid" -> {
                String invoice = subject.reference("invoice");
                yield invoice == null ? null : new InvoicePaid(envelope, invoice, null);
            }
            default -> null;
        };
    }

    /** Null where the version does not carry it, or it is empty, as it may be before the invoice is final. */
    private static @Nullable Map<String, String> subscriptionMetadata(JsonFields invoice) {
        JsonFields parent = invoice.optionalChild("parent");
        JsonFields holder = parent == null ? invoice : parent;
        JsonFields details = holder.optionalChild("subscription_details");
        Map<String, String> metadata = details == null ? null : details.optionalTexts("metadata");
        return metadata == null || metadata.isEmpty() ? null : metadata;
    }

    /** Those of refunds differ between versions and means of payment; all of them ask for the same look. */
    private static boolean isReversal(String type) {
        return type.equals("charge.refunded")
                || type.startsWith("charge.refund.")
                || type.startsWith("refund.")
                || type.startsWith("charge.dispute.");
    }

    /** A charge, or what belongs to one. Refunds of a customer's balance belong to none. */
    private static @Nullable String payment(JsonFields subject) {
        String intent = subject.reference("payment_intent");
        if (intent != null) {
            return intent;
        }
        return "charge".equals(subject.optionalText("object")) ? subject.text("id") : subject.reference("charge");
    }

    private static Envelope envelope(JsonFields event, String text) {
        return new Envelope(
                event.text("id"),
                event.text("type"),
                event.flag("livemode") ? PaymentMode.LIVE : PaymentMode.TEST,
                event.optionalText("account"),
                event.optionalText("api_version"),
                text);
    }

    /** Once per version, and for a limited number of versions: who signs them could invent more. */
    private void tellOnce(@Nullable String version) {
        String told = String.valueOf(version);
        if (!StripeGateway.API_VERSION.equals(version)
                && versionsTold.size() < MAX_VERSIONS_TOLD
                && versionsTold.add(told)) {
            log.info(
                    "events come in API version {}, this library asks for {}: both are read; to see one version only, "
                            + "create the webhook endpoint with api_version={}",
                    told,
                    StripeGateway.API_VERSION,
                    StripeGateway.API_VERSION);
        }
    }
}
