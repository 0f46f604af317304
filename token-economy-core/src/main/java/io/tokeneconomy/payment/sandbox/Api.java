package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The operations under {@code /v1}: finds the one that is asked for and runs it as one atomic step. Thread-safe. */
final class Api {

    /**
     * A request whose key has been checked.
     *
     * @param form the query of a GET or DELETE, the body of a POST
     */
    record Request(
            String method,
            String path,
            String form,
            @Nullable String idempotencyKey,
            String requestId) {}

    /**
     * @param status 200, or 402 for a card that was refused
     * @param replayed whether this is the answer to an earlier request with the same idempotency key
     * @param originalRequest the id of that earlier request, else of this one
     */
    record Answer(int status, String body, boolean replayed, String originalRequest) {}

    private record Found(Route route, String id) {}

    private final State state;
    private final List<Route> routes;

    Api(State state, List<Route> routes) {
        this.state = state;
        this.routes = routes;
    }

    /** @throws StripeError when the request is refused; then nothing was changed */
    Answer answer(Request request) {
        Found found = find(request);
        Params params = Params.of(Form.parse(request.form()));
        String key = request.idempotencyKey();
        if (key == null || !request.method().equals("POST")) {
            return state.step(tx -> answer(run(tx, found, params), request));
        }
        Idempotency.checkKey(key);
        String fingerprint = Idempotency.fingerprint(request.path(), request.form());
        return state.step(tx -> Idempotency.replay(tx, key, fingerprint).orElseGet(() -> {
            Answer answer = answer(run(tx, found, params), request);
            Idempotency.keep(tx, key, fingerprint, answer);
            return answer;
        }));
    }

    private static Answer answer(JsonObject body, Request request) {
        return new Answer(CardRefusal.statusOf(body), Json.text(body), false, request.requestId());
    }

    private static JsonObject run(Tx tx, Found found, Params params) {
        return found.route().answer(new Call(tx, found.id(), params));
    }

    private Found find(Request request) {
        for (Route route : routes) {
            Optional<String> id = route.match(request.method(), request.path());
            if (id.isPresent()) {
                return new Found(route, id.get());
            }
        }
        throw StripeError.unknownUrl(request.method(), request.path());
    }
}
