package io.tokeneconomy.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.RedirectOnCompletion;
import com.stripe.param.checkout.SessionCreateParams.UiMode;
import io.tokeneconomy.StripeRule;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@StripeRule({56, 57})
class EmbeddedPageTest {

    private static final String CARD = "card=4242424242424242";

    private StripeSandbox sandbox;
    private Shop shop;
    private RawHttp http;

    @BeforeEach
    void start() {
        sandbox = StripeSandbox.builder().start();
        shop = new Shop(sandbox);
        http = new RawHttp(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private static SessionCreateParams.Builder embedded() {
        return Shop.request()
                .setSuccessUrl(null)
                .setCancelUrl(null)
                .setUiMode(UiMode.EMBEDDED_PAGE)
                .setReturnUrl(Shop.SUCCESS);
    }

    private Session open(SessionCreateParams.Builder params) throws StripeException {
        return shop.stripe().v1().checkout().sessions().create(params.build());
    }

    private HttpResponse<String> get(String path) {
        return http.send("GET", path, "");
    }

    @Test
    void anEmbeddedSessionHasASecretAndNoAddress() throws Exception {
        Session session = open(embedded());

        assertThat(session.getUiMode()).isEqualTo("embedded_page");
        assertThat(session.getClientSecret()).startsWith(session.getId() + "_secret_");
        assertThat(session.getUrl()).isNull();
        assertThat(session.getReturnUrl()).isEqualTo(Shop.SUCCESS);
        assertThat(session.getRedirectOnCompletion()).isEqualTo("always");
        assertThat(shop.open().getClientSecret()).isNull();
    }

    @Test
    void itsPageIsFramedByWhoeverKnowsTheSecret() throws Exception {
        Session session = open(embedded());
        HttpResponse<String> page = get(EmbeddedPage.PATH + session.getClientSecret());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("110 tokens", "/c/embed/" + session.getClientSecret() + "/pay");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors http: https:");
        assertThat(get(EmbeddedPage.PATH + session.getId() + "_secret_guess").statusCode())
                .isEqualTo(404);
        assertThat(get(HostedPage.PATH + session.getId()).statusCode()).isEqualTo(404);
    }

    @Test
    void paidItTellsThePageAroundItWhereToGo() throws Exception {
        Session session = open(embedded());
        String page = EmbeddedPage.PATH + session.getClientSecret();

        assertThat(http.send("POST", page + "/pay", "card=4000000000000002").statusCode())
                .isEqualTo(402);
        HttpResponse<String> paid = http.send("POST", page + "/pay", CARD);

        assertThat(paid.statusCode()).isEqualTo(200);
        assertThat(paid.body()).contains("data-leave=\"http://localhost:8080/done?session=" + session.getId() + "\"");
        assertThat(shop.read(session.getId()).getPaymentStatus()).isEqualTo("paid");
    }

    @Test
    void theBuyerStaysWhereTheShopWantsIt() throws Exception {
        Session session = open(embedded().setRedirectOnCompletion(RedirectOnCompletion.IF_REQUIRED));

        assertThat(http.send("POST", EmbeddedPage.PATH + session.getClientSecret() + "/pay", CARD)
                        .body())
                .contains("data-leave=\"\"");
        Session never = open(embedded().setReturnUrl(null).setRedirectOnCompletion(RedirectOnCompletion.NEVER));
        assertThat(sandbox.pay(never.getId(), "4242424242424242")).isInstanceOf(PayResult.Completed.class);
    }

    @Test
    void theAddressesOfOneKindAreRefusedForTheOther() {
        assertThatThrownBy(() -> open(embedded().setSuccessUrl(Shop.SUCCESS))).hasMessageContaining("success_url");
        assertThatThrownBy(() -> open(embedded().setCancelUrl(Shop.CANCEL))).hasMessageContaining("cancel_url");
        assertThatThrownBy(() -> open(embedded().setReturnUrl(null))).hasMessageContaining("return_url");
        assertThatThrownBy(() -> open(Shop.request().setReturnUrl(Shop.SUCCESS)))
                .hasMessageContaining("return_url");
        assertThatThrownBy(() -> open(embedded().setRedirectOnCompletion(RedirectOnCompletion.NEVER)))
                .hasMessageContaining("return_url");
    }

    @Test
    void aScriptStandsInForStripes() {
        HttpResponse<String> script = get(sandbox.script().getPath());

        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.headers().firstValue("Content-Type")).contains("text/javascript; charset=utf-8");
        assertThat(script.body()).contains("createEmbeddedCheckoutPage");
        assertThat(get("/stripe.js/more").statusCode()).isEqualTo(404);
    }
}
