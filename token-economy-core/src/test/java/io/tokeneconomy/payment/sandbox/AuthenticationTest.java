package io.tokeneconomy.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.model.checkout.Session;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cards whose bank asks their owner (3-D Secure): he confirms, or he does not. */
class AuthenticationTest {

    private static final String EACH_TIME = "4000002760003184";
    private static final String UNLESS_SAVED = "4000002500003155";
    private static final Pattern FORM = Pattern.compile(
            "<form method=\"post\" action=\"([^\"]+)\">"
                    + "<input type=\"hidden\" name=\"card\" value=\"([0-9]+)\">\\s*<button [^>]*name=\"authenticated\" value=\"(yes|no)\">");

    private final StripeSandbox sandbox = StripeSandbox.builder().start();
    private final Shop shop = new Shop(sandbox);
    private final RawHttp http = new RawHttp(sandbox);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private HttpResponse<String> typed(Session session, String card) {
        return http.send("POST", HostedPage.PATH + session.getId() + "/pay", "card=" + card);
    }

    /** Presses the button of the bank's page. */
    private HttpResponse<String> pressed(String page, String answer) {
        Matcher forms = FORM.matcher(page);
        while (forms.find()) {
            if (forms.group(3).equals(answer)) {
                return http.send("POST", forms.group(1), "card=" + forms.group(2) + "&authenticated=" + answer);
            }
        }
        throw new AssertionError("no form says " + answer + ": " + page);
    }

    private Session read(Session session) throws Exception {
        return shop.stripe().v1().checkout().sessions().retrieve(session.getId());
    }

    @ParameterizedTest
    @ValueSource(strings = {EACH_TIME, UNLESS_SAVED})
    void theOwnerIsAskedAndNothingIsPaidUntilHeConfirms(String card) throws Exception {
        Session session = shop.open();

        HttpResponse<String> asked = typed(session, card);

        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).contains("3-D Secure", "$9.99", card.substring(12));
        assertThat(read(session).getStatus()).isEqualTo("open");
        assertThat(sandbox.events()).isEmpty();

        HttpResponse<String> confirmed = pressed(asked.body(), "yes");
        assertThat(confirmed.statusCode()).isEqualTo(303);
        assertThat(read(session).getPaymentStatus()).isEqualTo("paid");
        assertThat(pressed(asked.body(), "no").statusCode()).as("paid already").isEqualTo(303);
        assertThat(sandbox.events()).hasSize(1);
    }

    @Test
    void whoDoesNotConfirmMayPayWithAnotherCard() throws Exception {
        Session session = shop.open();

        HttpResponse<String> refused = pressed(typed(session, EACH_TIME).body(), "no");

        assertThat(refused.statusCode()).isEqualTo(402);
        assertThat(refused.body()).contains("unable to authenticate", "role=\"alert\"");
        assertThat(read(session).getStatus()).isEqualTo("open");
        assertThat(typed(session, "4242424242424242").statusCode()).isEqualTo(303);
    }

    @Test
    void aTestSaysForTheOwnerWhatHeDoes() throws Exception {
        Session session = shop.open();

        assertThat(sandbox.pay(session.getId(), PayOptions.card(EACH_TIME).refusedByOwner()))
                .isInstanceOf(PayResult.Declined.class);
        assertThat(sandbox.pay(
                        session.getId(), PayOptions.card("4242424242424242").refusedByOwner()))
                .as("nobody asked")
                .isInstanceOf(PayResult.Completed.class);
        assertThat(sandbox.pay(shop.open().getId(), UNLESS_SAVED)).isInstanceOf(PayResult.Completed.class);
    }

    @Test
    void anExpiredCheckoutAsksNobody() throws Exception {
        Session session = shop.open();
        sandbox.expire(session.getId());

        assertThat(typed(session, EACH_TIME).statusCode()).isEqualTo(409);
    }
}
