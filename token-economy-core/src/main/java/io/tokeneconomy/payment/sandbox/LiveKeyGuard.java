package io.tokeneconomy.payment.sandbox;

import java.util.Map;
import java.util.regex.Pattern;

/** The sandbox never runs beside a key that can move money, whatever the variable is called and however it is quoted. */
final class LiveKeyGuard {

    private static final Pattern LIVE_KEY = Pattern.compile("[sr]k_live_");

    private LiveKeyGuard() {}

    static void check(Map<String, String> environment) {
        environment.entrySet().stream()
                .filter(variable -> LIVE_KEY.matcher(variable.getValue()).find())
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new SandboxException(
                            name + " holds a live key; the sandbox does not start beside it", false, null);
                });
    }
}
