package io.tokeneconomy.payment.stripe;

import static io.tokeneconomy.payment.stripe.Checkouts.INLINE;
import static io.tokeneconomy.payment.stripe.Checkouts.customer;
import static io.tokeneconomy.payment.stripe.Checkouts.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tokeneconomy.StripeRule;
import io.tokeneconomy.payment.PaymentException;
import io.tokeneconomy.payment.PaymentException.Reason;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StripeAnswersTest {

    private static final String KEY = "sk_test_51HiddenHiddenHidden";

    private final FakeStripe stripe = new FakeStripe();
    private final StripeGateway gateway = StripeGateway.builder()
            .secretKey(KEY)
            .webhookSecrets("whsec_hidden")
            .apiBase(stripe.base())
            .pause(millis -> {})
            .build();

    @AfterEach
    void stop() {
        stripe.close();
    }

    private static PaymentException failure(Runnable call) {
        return catchThrowableOfType(PaymentException.class, call::run);
    }

    @Test
    @StripeRule(85)
    void keysAndAddressesThatStripeRepeatsAreNotToldOn() {
        stripe.fails(
                401,
                "invalid_request_error",
                "",
                "",
                "Invalid API Key " + KEY + " (whsec_hidden) of jane.doe@example.com, cs_1 pi_1_secret_abc\\n"
                        + "x".repeat(5_000));

        PaymentException failure = failure(() -> gateway.session("cs_test_a1"));

        assertThat(trace(failure)).doesNotContain("51Hidden", "whsec_hidden", "jane", "secret_abc", "x".repeat(400));
        assertThat(failure.getMessage()).doesNotContain("\n").contains("(key hidden)", "(address hidden)");
    }

    private static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "\"jane.doe@example.com\"",
                "{\"id\":{\"email\":\"jane.doe@example.com\"}}",
                "{\"id\":\"cs_test_a1\",\"metadata\":\"jane.doe@example.com\"}",
                "<html>jane.doe@example.com</html>",
                "{\"id\":\"cs_test_a1\",\"object\":\"checkout.session\",\"livemode\":false}"
            })
    @StripeRule({3, 79})
    void anAnswerThatIsNoSessionIsUnreadableAndNotRepeatedInTheError(String body) {
        for (int i = 0; i < 4; i++) {
            stripe.answers(200, body);
        }
        PaymentException created = failure(() -> gateway.createSession(request(INLINE)));
        PaymentException read = failure(() -> gateway.session("cs_test_a1"));

        assertThat(created.reason()).isEqualTo(Reason.UNREADABLE);
        assertThat(created.retryable()).isTrue();
        assertThat(trace(created)).doesNotContain("jane");
        assertThat(read.reason()).isEqualTo(Reason.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "x"})
    @StripeRule(79)
    void anAnswerThatIsNoCustomerIsUnreadable(String body) {
        stripe.answers(200, body);
        PaymentException failure = failure(() -> gateway.createCustomer(customer("alice"), null));

        assertThat(failure.reason()).isEqualTo(Reason.UNREADABLE);
    }
}
