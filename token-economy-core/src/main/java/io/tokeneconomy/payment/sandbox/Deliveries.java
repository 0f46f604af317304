package io.tokeneconomy.payment.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings events to the webhook, at least once and in no promised order: first at once, then after the retry delays,
 * until a 2xx or {@link StripeSandboxBuilder#MAX_TRIES} tries. While no webhook is set, events wait for one.
 * Thread-safe.
 */
final class Deliveries {

    private static final Logger LOG = LoggerFactory.getLogger(StripeSandbox.class);

    private final Background background;
    private final WebhookSender sender;
    private final List<Duration> retryDelays;
    private final State state;
    private final Map<String, CompletableFuture<@Nullable Void>> firstTries = new ConcurrentHashMap<>();
    private volatile @Nullable WebhookTarget target;

    Deliveries(Background background, WebhookSender sender, List<Duration> retryDelays, State state) {
        this.background = background;
        this.sender = sender;
        this.retryDelays = retryDelays;
        this.state = state;
    }

    /** Sets or moves the webhook; events that wait for their first try are sent now. */
    void webhook(WebhookTarget webhook) {
        boolean first = target == null;
        target = webhook;
        if (first) {
            resume();
        }
    }

    @Nullable
    WebhookTarget webhook() {
        return target;
    }

    private void resume() {
        List<String> waiting = state.step(tx -> tx.oldestFirst(Kind.DELIVERY)
                .map(DeliveryState::of)
                .filter(delivery -> !delivery.isOver())
                .map(DeliveryState::eventId)
                .toList());
        waiting.forEach(this::start);
    }

    /** Sends a waiting event for the first time since the start. */
    void start(String eventId) {
        if (target != null && firstTries.putIfAbsent(eventId, new CompletableFuture<>()) == null) {
            background.after(Duration.ZERO, () -> tryAndRetry(eventId));
        }
    }

    private void tryAndRetry(String eventId) throws InterruptedException {
        try {
            WebhookAttempt attempt = send(eventId);
            record(eventId, attempt).ifPresent(delivery -> report(delivery, attempt));
        } finally {
            Optional.ofNullable(firstTries.remove(eventId)).ifPresent(first -> first.complete(null));
        }
    }

    private void report(DeliveryState delivery, WebhookAttempt attempt) {
        if (attempt.delivered()) {
            LOG.debug("🧪 Sandbox webhook: event {} delivered", delivery.eventId());
            return;
        }
        if (delivery.isOver()) {
            LOG.warn("🧪 Sandbox webhook: event {} given up after {} tries", delivery.eventId(), delivery.tries());
            return;
        }
        Duration delay = retryDelays.get(Math.min(delivery.tries(), retryDelays.size()) - 1);
        LOG.warn(
                "🧪 Sandbox webhook: event {} answered {} {}; next try in {} s",
                delivery.eventId(),
                attempt.status(),
                attempt.problem(),
                delay.toSeconds());
        background.after(delay, () -> tryAndRetry(delivery.eventId()));
    }

    /** Sends an event once more, now, whatever came of it before. */
    WebhookAttempt redeliver(String eventId) throws InterruptedException {
        WebhookAttempt attempt = send(eventId);
        record(eventId, attempt);
        return attempt;
    }

    private WebhookAttempt send(String eventId) throws InterruptedException {
        WebhookTarget webhook = target;
        if (webhook == null) {
            throw new SandboxException("No webhook is set; event " + eventId + " cannot be sent", false, null);
        }
        String payload = state.step(tx -> payload(tx, eventId));
        return sender.send(webhook, eventId, payload);
    }

    private static String payload(Tx tx, String eventId) {
        return tx.find(Kind.EVENT, eventId)
                .map(event -> {
                    event.addProperty("pending_webhooks", 1);
                    return Json.text(Shapes.render(event));
                })
                .orElseThrow(() -> new SandboxException("No such event: " + eventId, false, null));
    }

    private Optional<DeliveryState> record(String eventId, WebhookAttempt attempt) {
        return state.step(tx -> tx.find(Kind.DELIVERY, eventId).map(json -> {
            DeliveryState after = DeliveryState.of(json).after(attempt.delivered(), StripeSandboxBuilder.MAX_TRIES);
            tx.put(Kind.DELIVERY, after.json());
            return after;
        }));
    }

    /** Waits for the first answer to an event, but not longer than the given time. */
    void awaitFirstTry(@Nullable String eventId, Duration longest) {
        CompletableFuture<@Nullable Void> first = eventId == null ? null : firstTries.get(eventId);
        if (first == null) {
            return;
        }
        try {
            first.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("🧪 Sandbox webhook: event {} is not answered yet", eventId, e);
        }
    }
}
