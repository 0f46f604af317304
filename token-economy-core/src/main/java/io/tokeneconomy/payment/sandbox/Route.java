package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An operation: method and address, the parameters it takes, and what it does. */
final class Route {

    private final String method;
    private final Pattern path;
    private final Accepted accepted;
    private final Function<Call, JsonObject> work;

    private Route(String method, String path, Accepted accepted, Function<Call, JsonObject> work) {
        this.method = method;
        this.path = Pattern.compile(path.replace("{id}", "([^/]+)"));
        this.accepted = accepted;
        this.work = work;
    }

    static Route get(String path, Accepted accepted, Function<Call, JsonObject> work) {
        return new Route("GET", path, accepted, work);
    }

    static Route post(String path, Accepted accepted, Function<Call, JsonObject> work) {
        return new Route("POST", path, accepted, work);
    }

    static Route delete(String path, Accepted accepted, Function<Call, JsonObject> work) {
        return new Route("DELETE", path, accepted, work);
    }

    /** The id in the address, empty text when the address has none; absent when this is another operation's address. */
    Optional<String> match(String method, String path) {
        Matcher matcher = this.path.matcher(path);
        if (!this.method.equals(method) || !matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(matcher.groupCount() == 0 ? "" : matcher.group(1));
    }

    /** Answers in Stripe's shape, with what was asked to be expanded. */
    JsonObject answer(Call call) {
        accepted.check(call.params());
        JsonObject kept = work.apply(call);
        return new Expansion(call.tx()).apply(Shapes.render(kept), call.params().texts("expand"));
    }
}
