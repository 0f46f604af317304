package io.tokeneconomy.payment.sandbox;

import java.util.List;
import java.util.Map;

/** The sandbox never runs beside a key that can move money. */
final class LiveKeyGuard {

    private static final List<String> NAMES = List.of("STRIPE_SECRET_KEY", "STRIPE_API_KEY");
    private static final List<String> LIVE = List.of("sk_live_", "rk_live_");

    private LiveKeyGuard() {}

    static void check(Map<String, String> environment) {
        for (String name : NAMES) {
            String value = environment.getOrDefault(name, "").strip();
            if (LIVE.stream().anyMatch(value::startsWith)) {
                throw new SandboxException(
                        name + " holds a live key; the sandbox does not start beside it", false, null);
            }
        }
    }
}
