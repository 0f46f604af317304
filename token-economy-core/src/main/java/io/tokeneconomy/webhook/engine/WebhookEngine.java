package io.tokeneconomy.webhook.engine;

import io.tokeneconomy.checkout.engine.Customers;
import io.tokeneconomy.fulfilment.Fulfilment;
import io.tokeneconomy.fulfilment.FulfilmentResult;
import io.tokeneconomy.fulfilment.Sale;
import io.tokeneconomy.fulfilment.UnknownOrderException;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.PaymentEvent;
import io.tokeneconomy.payment.PaymentEvent.CustomerDeleted;
import io.tokeneconomy.payment.PaymentEvent.Envelope;
import io.tokeneconomy.payment.PaymentEvent.InvoicePaid;
import io.tokeneconomy.payment.PaymentEvent.PaymentReversed;
import io.tokeneconomy.payment.PaymentEvent.SessionChanged;
import io.tokeneconomy.payment.PaymentGateway;
import io.tokeneconomy.webhook.PaymentEventHandler;
import io.tokeneconomy.webhook.WebhookResult;
import io.tokeneconomy.webhook.WebhookResult.Outcome;
import io.tokeneconomy.webhook.Webhooks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Webhooks on a payment gateway and the one fulfilment. */
public final class WebhookEngine implements Webhooks {

    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);

    private final PaymentGateway gateway;
    private final Fulfilment fulfilment;
    private final Customers customers;
    private final Map<String, List<PaymentEventHandler>> handlers;

    /**
     * @param gateway verifies and reads
     * @param fulfilment credits what is paid
     * @param customers forgotten when the provider deletes them
     * @param handlers the host's handlers by event type
     */
    public WebhookEngine(
            PaymentGateway gateway,
            Fulfilment fulfilment,
            Customers customers,
            Map<String, List<PaymentEventHandler>> handlers) {
        this.gateway = gateway;
        this.fulfilment = fulfilment;
        this.customers = customers;
        this.handlers = handlers.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }

    @Override
    public WebhookResult receive(byte[] payload, @Nullable String signatureHeader) {
        PaymentEvent event = gateway.verify(payload, signatureHeader);
        Envelope envelope = event.envelope();
        Outcome outcome = isForThisShop(envelope) ? route(event) : Outcome.IGNORED;
        LOG.debug("{}: {}", envelope, outcome);
        return new WebhookResult(outcome, envelope.id(), envelope.type());
    }

    private boolean isForThisShop(Envelope envelope) {
        if (envelope.mode() != gateway.mode()) {
            LOG.warn(
                    "Ignoring {}: this shop is in mode {}. Check which keys the endpoint uses",
                    envelope,
                    gateway.mode());
            return false;
        }
        if (envelope.connectedAccount() != null) {
            LOG.warn("Ignoring {}: it is about connected account {}", envelope, envelope.connectedAccount());
            return false;
        }
        return true;
    }

    private Outcome route(PaymentEvent event) {
        return ours(event).orElseGet(() -> handOver(event));
    }

    private Optional<Outcome> ours(PaymentEvent event) {
        if (event instanceof SessionChanged changed) {
            return session(changed);
        }
        if (event instanceof InvoicePaid paid) {
            return invoice(paid);
        }
        if (event instanceof CustomerDeleted deleted && customers.forget(deleted)) {
            handOver(event);
            return Optional.of(Outcome.HANDLED);
        }
        return event instanceof PaymentReversed reversed ? reversal(reversed) : Optional.empty();
    }

    private Optional<Outcome> reversal(PaymentReversed reversed) {
        LOG.info("↩️ Processing {} event", reversed.envelope().type());
        return fulfilment
                .findPaidBy(reversed.paymentId())
                .map(fulfilment::review)
                .flatMap(result -> outcome(result.status()));
    }

    /**
     * Events of old API versions do not carry metadata: the invoice must be read to know. One that brings no tokens is the
     * host's, also when it ended an order.
     */
    private Optional<Outcome> invoice(InvoicePaid paid) {
        LOG.info("🧾 Processing {} event", paid.envelope().type());
        if (!paid.metadata().map(fulfilment::isOurs).orElse(true)) {
            return Optional.empty();
        }
        Optional<Sale> invoice = fulfilment.find(paid.invoiceId());
        if (invoice.isEmpty() && paid.metadata().isPresent()) {
            throw unknown("Invoice " + paid.invoiceId() + " of a token subscription");
        }
        return invoice.map(sale -> fulfilment.fulfil(sale, null).status())
                .filter(status -> status != FulfilmentResult.Status.EXPIRED)
                .flatMap(WebhookEngine::outcome);
    }

    /** Events of old API versions do not carry metadata: the session must be read to know. */
    private boolean mayBeOurs(SessionChanged changed) {
        return changed.metadata().map(fulfilment::isOurs).orElse(true);
    }

    private Optional<Outcome> session(SessionChanged changed) {
        LOG.info("🛒 Processing {} event", changed.envelope().type());
        if (!mayBeOurs(changed)) {
            return Optional.empty();
        }
        Optional<CheckoutSession> session = gateway.session(changed.sessionId());
        if (session.isEmpty()) {
            return withoutSession(changed);
        }
        if (!fulfilment.isOurs(session.get().metadata())) {
            return Optional.empty();
        }
        LOG.info("🪙 Detected token purchase - routing to token handler");
        FulfilmentResult result = fulfilment.fulfil(session.get(), changed.change());
        return isForTheHostToo(session.get(), result) ? Optional.empty() : outcome(result.status());
    }

    /** A subscription has begun: its tokens come with its invoice, the rest is the host's. */
    private static boolean isForTheHostToo(CheckoutSession session, FulfilmentResult result) {
        return session.kind() == CheckoutSession.Kind.SUBSCRIPTION
                && Fulfilment.isPaid(session)
                && result.status() != FulfilmentResult.Status.PARKED;
    }

    private static Optional<Outcome> withoutSession(SessionChanged changed) {
        if (changed.metadata().isPresent()) {
            throw unknown("Session " + changed.sessionId() + " of a token purchase");
        }
        return Optional.empty();
    }

    /** To be told again: an event that is proven may come before the provider's answers know of it. */
    private static UnknownOrderException unknown(String sale) {
        LOG.error("❌ {} is unknown to the payment provider", sale);
        return new UnknownOrderException(sale + ": the payment provider does not know it");
    }

    private static Optional<Outcome> outcome(FulfilmentResult.Status status) {
        return switch (status) {
            case CREDITED -> Optional.of(Outcome.CREDITED);
            case ALREADY_DONE -> Optional.of(Outcome.ALREADY_DONE);
            case REVERSED -> Optional.of(Outcome.REVERSED);
            case OPEN, PENDING -> Optional.of(Outcome.PENDING);
            case EXPIRED -> Optional.of(Outcome.EXPIRED);
            case FAILED -> Optional.of(Outcome.FAILED);
            case PARKED -> Optional.of(Outcome.PARKED);
            case FOREIGN -> Optional.empty();
        };
    }

    private Outcome handOver(PaymentEvent event) {
        List<PaymentEventHandler> interested =
                handlers.getOrDefault(event.envelope().type(), List.of());
        interested.forEach(handler -> handler.handle(event));
        return interested.isEmpty() ? Outcome.IGNORED : Outcome.HANDLED;
    }
}
