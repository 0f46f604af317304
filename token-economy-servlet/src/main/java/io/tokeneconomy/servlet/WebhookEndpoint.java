package io.tokeneconomy.servlet;

import com.google.gson.JsonObject;
import io.tokeneconomy.payment.InvalidSignatureException;
import io.tokeneconomy.payment.MalformedEventException;
import io.tokeneconomy.webhook.WebhookResult;
import io.tokeneconomy.webhook.Webhooks;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /api/stripe/webhook}: takes what the provider tells, its signature being the only proof needed. Whatever
 * fails is answered 5xx, so that the provider delivers again.
 */
final class WebhookEndpoint implements Endpoint {

    private static final Logger LOG = LoggerFactory.getLogger(TokenEconomyFilter.class);

    private final Webhooks webhooks;
    private final int maxBytes;

    WebhookEndpoint(Webhooks webhooks, int maxBytes) {
        this.webhooks = webhooks;
        this.maxBytes = maxBytes;
    }

    @Override
    public Reply answer(HttpServletRequest request, HttpServletResponse response) {
        byte[] payload = Body.read(request, maxBytes);
        WebhookResult result = receive(payload, request);
        JsonObject json = new JsonObject();
        json.addProperty("result", result.outcome().name());
        return Reply.json(json);
    }

    private WebhookResult receive(byte[] payload, HttpServletRequest request) {
        try {
            return webhooks.receive(payload, request.getHeader("Stripe-Signature"));
        } catch (InvalidSignatureException refused) {
            LOG.warn("Refused a webhook call: {}", refused.getMessage());
            throw new ProblemException(
                    ProblemCode.INVALID_SIGNATURE, "The signature does not prove that the provider sent this.");
        } catch (MalformedEventException refused) {
            LOG.warn("Refused a webhook call: {}", refused.getMessage());
            throw new ProblemException(ProblemCode.MALFORMED_EVENT, "The body is no event.");
        }
    }
}
