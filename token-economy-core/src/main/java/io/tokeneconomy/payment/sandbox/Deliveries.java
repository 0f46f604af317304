package io.tokeneconomy.payment.sandbox;

import io.tokeneconomy.payment.sandbox.DeliveryFaults.Fate;
import io.tokeneconomy.payment.sandbox.Endpoints.Endpoint;
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
 * Brings events to their endpoint, at least once and in no promised order: first at once, then after the retry delays,
 * until a 2xx or {@link StripeSandboxBuilder#MAX_TRIES} tries. While an endpoint is not set, its events wait for it.
 * Endpoints made through the API hear what is for the first one; of several receivers each must answer a 2xx, else all of
 * them hear it again.
 * Thread-safe.
 */
final class Deliveries {

    private static final Logger LOG = LoggerFactory.getLogger(StripeSandbox.class);

    private final Lanes lanes;
    private final EventPost post;
    private final List<Duration> retryDelays;
    private final State state;
    private final Endpoints endpoints;
    private final InFlight inFlight = new InFlight();
    private final Map<String, CompletableFuture<@Nullable Void>> firstTries = new ConcurrentHashMap<>();
    private volatile DeliveryFaults faults = DeliveryFaults.NONE;

    Deliveries(Lanes lanes, EventPost post, List<Duration> retryDelays, State state, Endpoints endpoints) {
        this.lanes = lanes;
        this.post = post;
        this.retryDelays = retryDelays;
        this.state = state;
        this.endpoints = endpoints;
    }

    /** Sets or moves an endpoint; events that wait for their first try are sent now. */
    void endpoint(int number, Endpoint endpoint) {
        if (endpoints.put(number, endpoint)) {
            waiting(number).forEach(this::start);
        }
    }

    /** Sends what waits for its first try and has a receiver now. */
    void resume() {
        waiting(Endpoints.FIRST).forEach(this::start);
    }

    void faults(DeliveryFaults changed) {
        faults = changed;
        post.apiVersion(changed.apiVersion());
    }

    private List<Outgoing> waiting(int endpoint) {
        return state.step(tx -> tx.oldestFirst(Kind.EVENT)
                .map(Outgoing::of)
                .filter(event -> event.endpoint() == endpoint)
                .filter(event -> tx.find(Kind.DELIVERY, event.eventId())
                        .map(DeliveryState::of)
                        .filter(delivery -> !delivery.isOver())
                        .isPresent())
                .toList());
    }

    /** Sends a waiting event for the first time since the start, unless a fault has it otherwise. */
    void start(Outgoing event) {
        CompletableFuture<@Nullable Void> first = new CompletableFuture<>();
        if (!post.hasReceiver(event) || firstTries.putIfAbsent(event.eventId(), first) != null) {
            return;
        }
        inFlight.begin();
        DeliveryFaults now = faults;
        Fate fate = now.fate(event.number());
        if (fate.isDropped()) {
            drop(event.eventId());
            return;
        }
        if (fate.isHeld() || !fate.delay().isZero()) {
            first.complete(null); // nobody waits for what is late on purpose
        }
        lanes.send(now, fate, () -> firstTry(event.eventId(), fate.isSentTwice()));
    }

    private void drop(String eventId) {
        state.step(tx -> tx.find(Kind.DELIVERY, eventId).map(json -> {
            tx.put(Kind.DELIVERY, DeliveryState.of(json).givenUp().json());
            return json;
        }));
        LOG.debug("🧪 Sandbox webhook: event {} dropped on purpose", eventId);
        answered(eventId);
        inFlight.end();
    }

    private void firstTry(String eventId, boolean twice) throws InterruptedException {
        if (!twice) {
            tryAndRetry(eventId);
            return;
        }
        inFlight.begin();
        try {
            tryAndRetry(eventId);
            redeliver(eventId);
        } finally {
            inFlight.end();
        }
    }

    private void tryAndRetry(String eventId) throws InterruptedException {
        try {
            WebhookAttempt attempt = post.send(eventId);
            record(eventId, attempt).ifPresent(delivery -> report(delivery, attempt));
        } finally {
            answered(eventId);
            inFlight.end();
        }
    }

    private void answered(String eventId) {
        Optional.ofNullable(firstTries.remove(eventId)).ifPresent(first -> first.complete(null));
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
        inFlight.begin();
        lanes.retry(delay, () -> tryAndRetry(delivery.eventId()));
    }

    /** Sends an event once more, now, whatever came of it before. */
    WebhookAttempt redeliver(String eventId) throws InterruptedException {
        WebhookAttempt attempt = post.send(eventId);
        record(eventId, attempt);
        return attempt;
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

    /** Waits until nothing is to be sent any more; false when that took longer. */
    boolean awaitAll(Duration longest) throws InterruptedException {
        return inFlight.await(longest);
    }
}
