package io.tokeneconomy.example.quickstart;

import io.tokeneconomy.payment.sandbox.StripeSandbox;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Environments of test shops, all on free ports. */
final class Shops {

    static final String SECRET = "whsec_test";

    private Shops() {}

    /** A shop with a sandbox of its own. */
    static Map<String, String> alone(Path data) {
        return Map.of("PORT", "0", "SANDBOX_PORT", "0", "DATA_DIR", data.toString(), "STRIPE_WEBHOOK_SECRET", SECRET);
    }

    /** A shop with the test's sandbox. */
    static Map<String, String> beside(StripeSandbox sandbox, Path data) {
        return with(alone(data), "STRIPE_API_BASE", sandbox.apiBase().toString());
    }

    static Map<String, String> with(Map<String, String> environment, String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return more;
    }

    static Shop open(Map<String, String> environment) {
        return Shop.open(Settings.from(environment));
    }

    static URI webhook(URI shop) {
        return shop.resolve("/api/stripe/webhook");
    }
}
