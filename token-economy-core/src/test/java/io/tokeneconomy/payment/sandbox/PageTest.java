package io.tokeneconomy.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {

    private final SettableTime time = new SettableTime();
    private StripeSandbox sandbox;
    private Shop shop;
    private RawHttp http;

    @BeforeEach
    void start() {
        sandbox = StripeSandbox.builder().time(time).start();
        shop = new Shop(sandbox);
        http = new RawHttp(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private String openPage() throws Exception {
        return HostedPage.PATH + shop.open().getId();
    }

    private HttpResponse<String> get(String page) {
        return http.send("GET", page, "");
    }

    private HttpResponse<String> pay(String page, String card) {
        return http.send("POST", page + "/pay", "card=" + card);
    }

    @Test
    void thePageShowsWhatIsSoldForHowMuchAndThatItIsASandbox() throws Exception {
        HttpResponse<String> page = get(openPage());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Sandbox", "110 tokens", "$9.99", Shop.CANCEL, "4242 4242 4242 4242");
        assertThat(page.body().split("4000 0000 0000 0259", -1))
                .as("each card once")
                .hasSize(2);
    }

    @Test
    void nothingFromOutsideAndNoScriptIsAllowed() throws Exception {
        HttpResponse<String> page = get(openPage());
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy).contains("default-src 'none'", "style-src 'sha256-").doesNotContain("script-src", "unsafe");
        assertThat(page.body()).doesNotContain("<script", "src=", "@import", "url(");
    }

    @Test
    void aHostileProductNameStaysText() throws Exception {
        String hostile = "</h1><script>alert('x')</script>\" onload=\"{{cancel}}&amp;";
        String id = shop.stripe()
                .v1()
                .checkout()
                .sessions()
                .create(Shop.request(hostile, 999)
                        .setCancelUrl("http://localhost/?a=%22&b='onclick'")
                        .build())
                .getId();
        String page = get(HostedPage.PATH + id).body();
        assertThat(page)
                .doesNotContain("<script", "'onclick'")
                .contains(
                        "&lt;/h1&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot; onload=&quot;{{cancel}}&amp;amp;");
    }

    @Test
    void aGoodCardLeadsBackToTheShop() throws Exception {
        String page = openPage();
        HttpResponse<String> answer = pay(page, "4242+4242+4242+4242");
        String id = page.substring(HostedPage.PATH.length());
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("http://localhost:8080/done?session=" + id);
        assertThat(pay(page, "4242424242424242").statusCode()).isEqualTo(303);
        assertThat(sandbox.events()).hasSize(1);
        assertThat(get(page).body()).contains("All done", "done?session=" + id);
    }

    @ParameterizedTest
    @CsvSource({"4000000000000002, Your card was declined.", "1111, 4242424242424242", "'', AT611904300234573201"})
    void aBadCardShowsThePageAgainWithTheReason(String card, String reason) throws Exception {
        HttpResponse<String> answer = pay(openPage(), card);
        assertThat(answer.statusCode()).isEqualTo(402);
        assertThat(answer.body()).contains("role=\"alert\"", reason, "/pay\"");
    }

    @Test
    void payLaterIsSentOnce() throws Exception {
        String page = openPage();
        assertThat(pay(page, "pay_later").statusCode()).isEqualTo(303);
        assertThat(pay(page, "4242424242424242").statusCode()).isEqualTo(409);
    }

    @Test
    void anExpiredSessionCannotBePaid() throws Exception {
        String page = openPage();
        time.advance(Duration.ofHours(24));
        HttpResponse<String> answer = pay(page, "4242424242424242");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("expired", Shop.CANCEL);
        assertThat(get(page).statusCode()).isEqualTo(410);
    }

    @ParameterizedTest
    @CsvSource({"GET, /c/pay/cs_test_nope, 404", "POST, /c/pay/cs_test_nope/pay, 404", "GET, /c/pay/, 404"})
    void anUnknownSessionHasNoPage(String method, String path, int status) {
        HttpResponse<String> answer = http.send(method, path, "");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("No such checkout");
    }

    @Test
    void thePageIsReadWithGetAndPaidWithPost() throws Exception {
        String page = openPage();
        assertThat(http.send("GET", page + "/pay", "").statusCode()).isEqualTo(405);
        assertThat(http.send("POST", page, "card=4242424242424242").statusCode())
                .isEqualTo(405);
        assertThat(http.send("HEAD", page, "").statusCode()).isEqualTo(200);
        assertThat(pay(page, "4".repeat(20_000)).statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({"999, usd, $9.99", "500, jpy, 500 JPY", "1234, kwd, 1.234 KWD", "5, eur, €0.05", "100, isk, 1.00 ISK"})
    void amountsHaveStripesDecimals(long minor, String currency, String shown) {
        assertThat(Currencies.show(minor, currency)).isEqualTo(shown);
    }
}
