package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * A second try at an expired session: an address, and whoever opens it gets a copy of the session under another id
 * ({@code docs.stripe.com/api/checkout/sessions/object}, {@code after_expiration}).
 */
final class Recovery {

    static final String PATH = "/c/recover/";

    private static final String FIELD = "after_expiration";
    private static final String RECOVERY = "recovery";
    private static final String URL = "url";
    private static final String EXPIRES = "expires_at";
    private static final Duration OFFERED = Duration.ofDays(30);
    private static final Duration LIFETIME = Duration.ofHours(24);

    private Recovery() {}

    static void add(JsonObject session, Params params) {
        Params given = params.inside(FIELD).inside(RECOVERY);
        if (!Boolean.TRUE.equals(given.flag("enabled"))) {
            return;
        }
        if (SessionPlace.isEmbedded(session)) {
            throw StripeError.invalid(null, FIELD, "This sandbox recovers only sessions with a hosted page.");
        }
        JsonObject recovery = new JsonObject();
        recovery.addProperty("allow_promotion_codes", Boolean.TRUE.equals(given.flag("allow_promotion_codes")));
        recovery.addProperty("enabled", true);
        recovery.add(EXPIRES, JsonNull.INSTANCE);
        recovery.add(URL, JsonNull.INSTANCE);
        JsonObject after = new JsonObject();
        after.add(RECOVERY, recovery);
        session.add(FIELD, after);
    }

    /** Gives a session that expires its address, if it was asked for. */
    static void offer(Tx tx, JsonObject session, URI base) {
        of(session).ifPresent(recovery -> {
            recovery.addProperty(URL, base + PATH + Json.requiredString(session, "id"));
            recovery.addProperty(EXPIRES, tx.nowSeconds() + OFFERED.toSeconds());
        });
    }

    /** The open copy of an expired session; empty when it has none, or no more. */
    static Optional<JsonObject> copy(Tx tx, JsonObject expired, URI base) {
        return of(expired)
                .filter(recovery -> Json.string(recovery, URL) != null)
                .filter(recovery -> Json.number(recovery, EXPIRES) > tx.nowSeconds())
                .map(recovery -> copied(tx, expired, base, Json.flag(recovery, "allow_promotion_codes")));
    }

    private static JsonObject copied(Tx tx, JsonObject expired, URI base, boolean codes) {
        JsonObject copy = expired.deepCopy();
        copy.addProperty("id", Kind.SESSION.newId());
        copy.addProperty("recovered_from", Json.requiredString(expired, "id"));
        copy.addProperty("status", "open");
        copy.addProperty("allow_promotion_codes", codes);
        copy.addProperty("created", tx.nowSeconds());
        copy.addProperty(EXPIRES, tx.nowSeconds() + LIFETIME.toSeconds());
        copy.addProperty(URL, base + SessionPlace.path(copy));
        of(copy).ifPresent(recovery -> {
            recovery.add(URL, JsonNull.INSTANCE);
            recovery.add(EXPIRES, JsonNull.INSTANCE);
        });
        return copy;
    }

    private static Optional<JsonObject> of(JsonObject session) {
        return Optional.ofNullable(session.get(FIELD))
                .filter(JsonElement::isJsonObject)
                .map(after -> after.getAsJsonObject().getAsJsonObject(RECOVERY));
    }
}
