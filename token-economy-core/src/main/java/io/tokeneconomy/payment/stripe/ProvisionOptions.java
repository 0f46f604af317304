package io.tokeneconomy.payment.stripe;

import io.tokeneconomy.error.InvalidValueException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;

/** What the command {@link Provision} was asked for. */
record ProvisionOptions(Action action, StripeProvisioning provisioning) {

    private static final String USAGE =
            "plan, apply or check, then --live, --application=NAME, --webhook-url=URL, --event=TYPE";

    enum Action {
        PLAN,
        APPLY,
        CHECK
    }

    static ProvisionOptions of(Map<String, String> environment, String... arguments) {
        StripeProvisioningBuilder builder =
                StripeProvisioning.builder().secretKey(environment.getOrDefault("STRIPE_SECRET_KEY", ""));
        String apiBase = environment.getOrDefault("STRIPE_API_BASE", "").strip();
        if (!apiBase.isEmpty()) {
            builder.apiBase(address("STRIPE_API_BASE", apiBase));
        }
        String baseUrl = environment.getOrDefault("APP_BASE_URL", "").strip();
        if (!baseUrl.isEmpty()) {
            builder.baseUrl(address("APP_BASE_URL", baseUrl));
        }
        Action action = arguments.length == 0 || arguments[0].startsWith("--") ? Action.PLAN : action(arguments[0]);
        for (int i = arguments.length > 0 && !arguments[0].startsWith("--") ? 1 : 0; i < arguments.length; i++) {
            option(builder, arguments[i]);
        }
        return new ProvisionOptions(action, builder.build());
    }

    private static Action action(String word) {
        for (Action action : Action.values()) {
            if (action.name().toLowerCase(Locale.ROOT).equals(word)) {
                return action;
            }
        }
        throw unknown(word);
    }

    private static void option(StripeProvisioningBuilder builder, String argument) {
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument : argument.substring(0, equals + 1);
        String value = argument.substring(equals + 1);
        switch (name) {
            case "--live" -> builder.live(true);
            case "--application=" -> builder.application(value);
            case "--webhook-url=" -> builder.webhookUrl(address("--webhook-url", value));
            case "--event=" -> builder.alsoHear(value);
            default -> throw unknown(argument);
        }
    }

    private static URI address(String field, String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new InvalidValueException(field, "not such an address", "an absolute http or https address");
        }
    }

    /** What was typed is not repeated: it may be a key that went to the wrong place. */
    private static InvalidValueException unknown(String argument) {
        return new InvalidValueException("argument", StripeKeys.masked(argument), USAGE);
    }
}
