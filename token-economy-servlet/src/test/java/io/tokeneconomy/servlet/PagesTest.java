package io.tokeneconomy.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.catalog.TokenPackage;
import io.tokeneconomy.ledger.store.StoreException;
import io.tokeneconomy.payment.CheckoutSession.PaymentStatus;
import io.tokeneconomy.payment.CheckoutSession.Status;
import io.tokeneconomy.payment.PaymentException;
import io.tokeneconomy.payment.PaymentException.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    private static final String HOSTILE = "<script>alert(1)</script>\"'&{{user}}$1\\";
    private static final String ESCAPED = "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;{{user}}$1\\";

    private Shop shop;

    @BeforeEach
    void open() {
        TokenPackage hostile = TokenPackage.builder("hostile")
                .name(HOSTILE)
                .description(HOSTILE)
                .tokens(1_234_567)
                .price(Money.of(999, "usd"))
                .build();
        shop = Shop.options()
                .at("/ctx")
                .economy(e -> e.catalog(Catalog.of(hostile, Catalog.standard().require("popular"))))
                .filter(f -> f.loginPath("/login"))
                .open();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void buyShowsEveryPackageWithAFormThatNeedsNoScript() {
        Answer page = shop.browser("alice").get("/tokens/buy");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=utf-8");
        assertThat(page.body())
                .contains("data-package=\"popular\"", "110 tokens", "Buy for $9.99", "1,234,567 tokens")
                .contains("<template shadowrootmode=\"open\">", "<form method=\"post\" action=\"../tokens/buy\"")
                .contains("incl. 10 bonus tokens", "$0.0908 per token")
                .containsOnlyOnce("Most popular</p>");
    }

    @Test
    void whatOthersNamedIsOnlyText() {
        String page = shop.browser(HOSTILE).get("/tokens/buy").body();

        assertThat(page).contains(">" + ESCAPED + "</h2>", "<span>" + ESCAPED + "</span> <token-balance ");
        assertThat(page).doesNotContain("alert(1)</script>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tokens/buy",
                "/tokens/success",
                "/tokens/cancel",
                "/tokens/cancel?package=popular",
                "/tokens/history"
            })
    void pagesLoadNothingFromElsewhereAndRunNothingInline(String path) {
        Answer page = shop.browser("alice").get(path);

        assertThat(page.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                        + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.body()).doesNotContain("<style", " style=", "onclick", "<script>", "http://", "https://");
        assertThat(page.body().replace(ESCAPED, "")).doesNotContain("{{");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tokens/buy", "/tokens/success?session_id=cs_test_1"})
    void whoIsNotSignedInGetsALinkToDoSo(String path) {
        Answer page = shop.browser(null).get(path);

        assertThat(page.status()).isEqualTo(401);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.body()).contains("href=\"../login\"");
    }

    @Test
    void withoutLoginPathThereIsNoLink() {
        try (Shop plain = Shop.open()) {
            assertThat(plain.browser(null).get("/tokens/buy").body())
                    .contains("Not signed in")
                    .doesNotContain(">Sign in<");
        }
    }

    @Test
    void successCreditsAndSaysSo() {
        String id = shop.checkout("alice", "popular").id();
        shop.gateway.pay(id);
        Browser alice = shop.browser("alice");

        Answer first = alice.get("/tokens/success?session_id=" + id);
        Answer again = alice.get("/tokens/success?session_id=" + id);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body()).contains("Thank you!", "result=\"CREDITED\"", "<dd part=\"figure\">110 tokens</dd>");
        assertThat(again.body())
                .contains("Thank you!", "result=\"ALREADY_DONE\"", "<dd part=\"figure\">110 tokens</dd>");
    }

    @Test
    void successWaitsForMoneyThatIsOnItsWay() {
        String id = shop.checkout("alice", "popular").id();
        shop.gateway.move(id, Status.COMPLETE, PaymentStatus.UNPAID);

        Answer page = shop.browser("alice").get("/tokens/success?session_id=" + id);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("on its way", "if the payment goes through", "session=\"" + id + "\" result=\"PENDING\"")
                .doesNotContain("CREDITED", "See the packages", "figures");
    }

    @Test
    void successIsTruthfulAboutWhatIsNone() {
        Browser alice = shop.browser("alice");
        String open = shop.checkout("alice", "popular").id();
        assertThat(alice.get("/tokens/success?session_id=" + open).body()).contains("not finished");

        String expired = shop.checkout("alice", "popular").id();
        shop.gateway.move(expired, Status.EXPIRED, PaymentStatus.UNPAID);
        assertThat(alice.get("/tokens/success?session_id=" + expired).body()).contains("ran out of time");

        String parked = shop.checkout("alice", "popular").id();
        shop.gateway.payAnotherAmount(parked);
        assertThat(alice.get("/tokens/success?session_id=" + parked).body()).contains("looking into your payment");

        String failed = shop.checkout("alice", "popular").id();
        shop.gateway.move(failed, Status.COMPLETE, PaymentStatus.UNPAID);
        shop.provider().post("/api/stripe/webhook", "ASYNC_PAYMENT_FAILED " + failed);
        assertThat(alice.get("/tokens/success?session_id=" + failed).body()).contains("The payment failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?session_id=",
                "?session_id=cs_none",
                "?session_id=%3Cscript%3Ealert(1)%3C/script%3E",
                "?session_id=%22%3E%3Cimg%20src=x%3E",
                "?session_id=cs_%0d%0aSet-Cookie:%20a=b"
            })
    void anUnknownCheckoutIsNotFoundAndNotEchoed(String query) {
        Answer page = shop.browser("alice").get("/tokens/success" + query);

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).contains("do not know this checkout").doesNotContain("alert(", "<img", "cs_");
        assertThat(page.headers("Set-Cookie")).isEmpty();
    }

    @Test
    void theCheckoutOfAnotherIsUnknown() {
        String id = shop.checkout("bob", "popular").id();
        shop.gateway.pay(id);

        assertThat(shop.browser("alice").get("/tokens/success?session_id=" + id).status())
                .isEqualTo(404);
    }

    @Test
    void successDoesNotReadAsADeclinedPaymentWhenTheStoreFails() {
        String id = shop.checkout("alice", "popular").id();
        shop.store.trouble = StoreException.unavailable("db-host", null);

        Answer page = shop.browser("alice").get("/tokens/success?session_id=" + id);

        assertCannotCheck(page, 503);
        assertThat(page.header("Retry-After")).isEqualTo("5");
        assertThat(page.header("Content-Type")).startsWith("text/html");
        shop.store.trouble = StoreException.broken("db-host", null);
        assertCannotCheck(shop.browser("alice").get("/tokens/success?session_id=" + id), 500);
    }

    @ParameterizedTest
    @CsvSource({"UNAVAILABLE, 503", "RATE_LIMITED, 503", "UNAUTHORIZED, 502", "REJECTED, 502"})
    void successDoesNotReadAsADeclinedPaymentWhenTheProviderFails(Reason reason, int status) {
        String id = shop.checkout("alice", "popular").id();
        shop.gateway.trouble = new PaymentException(reason, "db-host", null);

        assertCannotCheck(shop.browser("alice").get("/tokens/success?session_id=" + id), status);
    }

    @Test
    void whoComesBackSignedOutIsToldThatThePaymentIsSafe() {
        Answer page = shop.browser(null).get("/tokens/success?session_id=cs_test_1");

        assertThat(page.status()).isEqualTo(401);
        assertThat(page.body())
                .contains("If you paid, your payment is safe and the tokens arrive by themselves.")
                .contains("href=\"../login\"");
    }

    @Test
    void troubleElsewhereIsAPageToo() {
        Answer page = shop.browser("x".repeat(201)).get("/tokens/buy");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("Invalid user id");
    }

    private static void assertCannotCheck(Answer page, int status) {
        assertThat(page.status()).isEqualTo(status);
        assertThat(page.body())
                .contains("We cannot check your payment right now")
                .contains("Do not pay again: if you paid, the tokens arrive by themselves.")
                .doesNotContain("db-host", "did not accept", "unavailable", "refuses", "Try again", "See the packages");
    }

    @Test
    void cancelOffersTheSamePackageAgain() {
        Answer page = shop.browser(null).get("/tokens/cancel?package=popular");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "You left the payment page. If you paid after all, the tokens arrive by themselves.",
                        "data-package=\"popular\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?package=", "?package=gold", "?package=%3Cscript%3Ealert(1)%3C/script%3E"})
    void cancelOffersNothingThatIsNotOnSale(String query) {
        Answer page = shop.browser(null).get("/tokens/cancel" + query);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("data-package", "alert(", "gold");
    }
}
