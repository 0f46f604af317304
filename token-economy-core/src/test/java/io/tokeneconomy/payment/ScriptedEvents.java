package io.tokeneconomy.payment;

import io.tokeneconomy.order.PaymentMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code type id} and after it, where wanted, {@code without-metadata}, {@code live} or {@code connected}; the
 * header {@code forged} is refused; {@code customer.deleted id user} is about a user's customer.
 */
final class ScriptedEvents {

    private final Function<String, @Nullable CheckoutSession> sessions;
    private final Function<String, Optional<Invoice>> invoices;

    ScriptedEvents(Function<String, @Nullable CheckoutSession> sessions, Function<String, Optional<Invoice>> invoices) {
        this.sessions = sessions;
        this.invoices = invoices;
    }

    PaymentEvent verify(byte[] payload, @Nullable String signatureHeader) {
        if ("forged".equals(signatureHeader)) {
            throw new InvalidSignatureException("forged");
        }
        String[] words = new String(payload, StandardCharsets.UTF_8).split(" ");
        List<String> flags = List.of(words).subList(2, words.length);
        PaymentEvent.Envelope envelope = new PaymentEvent.Envelope(
                "evt_" + words[1],
                words[0],
                flags.contains("live") ? PaymentMode.LIVE : PaymentMode.TEST,
                flags.contains("connected") ? "acct_other" : null,
                null,
                "{}");
        if (words[0].matches("(charge|refund).*")) {
            return new PaymentEvent.PaymentReversed(envelope, words[1]);
        }
        if (words[0].equals("invoice.paid") || words[0].equals("invoice.payment_succeeded")) {
            Map<String, String> unknown = flags.contains("ours") ? Map.of("order_id", "ord_" + "0".repeat(32)) : null;
            Map<String, String> metadata = flags.contains("without-metadata")
                    ? null
                    : invoices.apply(words[1]).map(Invoice::metadata).orElse(unknown);
            return new PaymentEvent.InvoicePaid(envelope, words[1], metadata);
        }
        if (words[0].equals("customer.deleted")) {
            return new PaymentEvent.CustomerDeleted(envelope, words[1], Map.of("user_id", words[2]));
        }
        return changeOf(words[0])
                .<PaymentEvent>map(
                        change -> new PaymentEvent.SessionChanged(envelope, words[1], change, metadataOf(words)))
                .orElseGet(() -> new PaymentEvent.Other(envelope));
    }

    private @Nullable Map<String, String> metadataOf(String[] words) {
        if (List.of(words).contains("without-metadata")) {
            return null;
        }
        CheckoutSession session = sessions.apply(words[1]);
        return session == null ? Map.of() : session.metadata();
    }

    private static Optional<PaymentEvent.Change> changeOf(String type) {
        return Optional.ofNullable(
                switch (type) {
                    case "checkout.session.completed" -> PaymentEvent.Change.COMPLETED;
                    case "checkout.session.async_payment_succeeded" -> PaymentEvent.Change.ASYNC_PAYMENT_SUCCEEDED;
                    case "checkout.session.async_payment_failed" -> PaymentEvent.Change.ASYNC_PAYMENT_FAILED;
                    case "checkout.session.expired" -> PaymentEvent.Change.EXPIRED;
                    default -> null;
                });
    }
}
