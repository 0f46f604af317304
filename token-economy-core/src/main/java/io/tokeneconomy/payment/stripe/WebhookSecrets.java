package io.tokeneconomy.payment.stripe;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;
import io.tokeneconomy.order.PaymentMode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The secrets a webhook may be signed with: each endpoint, mode and CLI has its own, and two while one is replaced. */
final class WebhookSecrets {

    static final int MAX_SECRETS = 16;

    /** Published with the sandbox, so that anyone can sign with it. */
    static final String OF_THE_SANDBOX = "whsec_sandbox";

    private static final String FIELD = "webhookSecrets";
    private static final Pattern SECRET = Pattern.compile("whsec_[\\x21-\\x7E&&[^,]]{1,250}");

    private final List<String> values;

    private WebhookSecrets(List<String> values) {
        this.values = values;
    }

    /** Each text is one secret or several, comma-separated; blanks and line ends around them do not count. */
    static WebhookSecrets of(Collection<? extends @Nullable String> texts) {
        Set<String> secrets = new LinkedHashSet<>();
        for (String text : texts) {
            for (String part : (text == null ? "" : text).split(",", -1)) {
                secrets.add(checked(part.strip()));
            }
        }
        Checks.range(FIELD + " size", secrets.size(), 1, MAX_SECRETS);
        return new WebhookSecrets(List.copyOf(secrets));
    }

    private static String checked(String secret) {
        if (!SECRET.matcher(secret).matches()) {
            throw new InvalidValueException(
                    FIELD, StripeKeys.masked(secret), "signing secrets of webhook endpoints: whsec_…, comma-separated");
        }
        return secret;
    }

    /** @throws InvalidValueException when anyone could sign events that move real money */
    void checkTogether(PaymentMode mode) {
        if (mode == PaymentMode.LIVE && values.contains(OF_THE_SANDBOX)) {
            throw new InvalidValueException(
                    FIELD, OF_THE_SANDBOX, "not the sandbox's published secret with a live key");
        }
    }

    List<String> values() {
        return values;
    }

    @Override
    public String toString() {
        return values.size() + " webhook secrets (hidden)";
    }
}
