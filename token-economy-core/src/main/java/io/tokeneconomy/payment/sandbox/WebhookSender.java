package io.tokeneconomy.payment.sandbox;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Posts one signed event and reads nothing but the status. Thread-safe. */
final class WebhookSender {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration WHOLE = Duration.ofSeconds(20);

    private final InstantSource time;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();

    WebhookSender(InstantSource time) {
        this.time = time;
    }

    /** Each try has a fresh signature, as Stripe's have. */
    WebhookAttempt send(WebhookTarget target, String eventId, String payload) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(target.uri())
                .timeout(WHOLE)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "Stripe/1.0 (token-economy sandbox)")
                .header("Stripe-Signature", WebhookSignature.header(target.secret(), time.instant(), payload))
                .POST(HttpRequest.BodyPublishers.ofString(payload))
                .build();
        CompletableFuture<HttpResponse<Void>> answer = client.sendAsync(request, BodyHandlers.discarding());
        try {
            int status = answer.get(WHOLE.toMillis(), TimeUnit.MILLISECONDS).statusCode();
            return new WebhookAttempt(eventId, status, "");
        } catch (ExecutionException e) {
            return new WebhookAttempt(eventId, 0, String.valueOf(e.getCause()));
        } catch (TimeoutException e) {
            return new WebhookAttempt(eventId, 0, "no whole answer within " + WHOLE);
        } finally {
            answer.cancel(true);
        }
    }
}
