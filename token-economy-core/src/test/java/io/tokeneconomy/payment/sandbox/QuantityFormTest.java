package io.tokeneconomy.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.model.checkout.Session;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem.AdjustableQuantity;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityFormTest {

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

    private Session open() throws Exception {
        SessionCreateParams plain = Shop.request().build();
        SessionCreateParams.LineItem item = SessionCreateParams.LineItem.builder()
                .setQuantity(2L)
                .setPriceData(plain.getLineItems().get(0).getPriceData())
                .setAdjustableQuantity(AdjustableQuantity.builder()
                        .setEnabled(true)
                        .setMinimum(1L)
                        .setMaximum(5L)
                        .build())
                .build();
        SessionCreateParams params = SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setSuccessUrl(Shop.SUCCESS)
                .addLineItem(item)
                .build();
        return shop.stripe().v1().checkout().sessions().create(params);
    }

    private HttpResponse<String> change(Session session, String form) {
        return http.send("POST", HostedPage.PATH + session.getId() + "/quantity", form);
    }

    @Test
    void theBuyerChangesTheQuantityAndSeesTheSum() throws Exception {
        Session session = open();
        String page = HostedPage.PATH + session.getId();
        assertThat(http.send("GET", page, "").body())
                .contains("name=\"quantity\" min=\"1\" max=\"5\" value=\"2\"", "$19.98");

        HttpResponse<String> answer = change(session, "item=0&quantity=4");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains(page);
        assertThat(http.send("GET", page, "").body()).contains("value=\"4\"", "$39.96");
        assertThat(http.send("POST", page + "/pay", "card=4242424242424242").statusCode())
                .isEqualTo(303);
        assertThat(shop.read(session.getId()).getAmountTotal()).isEqualTo(3_996);
    }

    @ParameterizedTest
    @ValueSource(strings = {"item=0&quantity=6", "item=0&quantity=0", "item=1&quantity=2", "item=0&quantity=many"})
    void whatTheSessionDoesNotAllowIsRefused(String form) throws Exception {
        Session session = open();

        assertThat(change(session, form).statusCode()).isEqualTo(400);
        assertThat(shop.read(session.getId()).getAmountTotal()).isEqualTo(1_998);
    }

    @Test
    void afterPayingNothingChanges() throws Exception {
        Session session = open();
        sandbox.pay(session.getId(), "4242424242424242");

        change(session, "item=0&quantity=5");
        assertThat(shop.read(session.getId()).getAmountTotal()).isEqualTo(1_998);
        assertThat(http.send("GET", HostedPage.PATH + shop.open().getId(), "").body())
                .doesNotContain("name=\"quantity\"");
    }
}
