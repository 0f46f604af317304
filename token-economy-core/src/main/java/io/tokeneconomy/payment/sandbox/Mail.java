package io.tokeneconomy.payment.sandbox;

import io.tokeneconomy.payment.sandbox.Endpoints.Endpoint;
import io.tokeneconomy.payment.sandbox.StripeSandboxBuilder.Settings;
import java.time.InstantSource;

/** Everything that brings events to the shop. */
record Mail(Endpoints endpoints, Lanes lanes, Deliveries deliveries) implements AutoCloseable {

    static Mail of(Settings settings, InstantSource time, State state, Background background) {
        Endpoints endpoints = new Endpoints();
        Lanes lanes = new Lanes(background);
        EventPost post = new EventPost(state, new WebhookSender(time), endpoints);
        return new Mail(endpoints, lanes, new Deliveries(lanes, post, settings.retryDelays(), state, endpoints));
    }

    void webhook(WebhookTarget target) {
        deliveries.endpoint(Endpoints.FIRST, new Endpoint(target, null));
    }

    @Override
    public void close() {
        lanes.close();
    }
}
