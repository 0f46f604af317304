package io.tokeneconomy.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.checkout.CheckoutSettings;
import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.payment.CheckoutOptions;
import io.tokeneconomy.payment.CheckoutOptions.Feature;
import io.tokeneconomy.payment.CheckoutOptions.Placement;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The payment within our pages: only where the host wants it, and only for those who can use it. */
class EmbeddedCheckoutTest {

    private static final String POLICY = "Content-Security-Policy";
    private static final String CREATE = "/api/tokens/create-checkout-session";

    private static Shop.Options embedding() {
        return Shop.options().filter(filter -> filter.pages(pages -> pages.embeddedCheckout("pk_test_1")));
    }

    private static Shop shop(CheckoutOptions options) {
        CheckoutSettings settings =
                CheckoutSettings.at(URI.create("http://localhost:8080")).withOptions(options);
        return Shop.options().economy(economy -> economy.checkout(settings)).open();
    }

    @Test
    void byDefaultNothingOfStripesIsLetIn() {
        try (Shop shop = Shop.open()) {
            Answer page = shop.browser("alice").get("/tokens/buy");

            assertThat(page.header(POLICY))
                    .isEqualTo(View.CONTENT_SECURITY_POLICY)
                    .doesNotContain("stripe", "frame-src");
            assertThat(page.body()).doesNotContain("stripe-key");
        }
    }

    @Test
    void pagesWithPackagesLetStripeInAndNameTheKey() {
        try (Shop shop = embedding().open()) {
            Browser alice = shop.browser("alice");
            Answer page = alice.get("/tokens/buy");

            assertThat(page.body())
                    .contains("stripe-key=\"pk_test_1\" stripe-script=\"https://js.stripe.com/dahlia/stripe.js\"")
                    .doesNotContain("<script src=\"https://");
            assertThat(page.header(POLICY))
                    .isEqualTo("default-src 'none'; script-src 'self' https://js.stripe.com https://*.js.stripe.com"
                            + " https://checkout.stripe.com; style-src 'self'; img-src 'self' data: https://*.stripe.com;"
                            + " connect-src 'self' https://api.stripe.com https://checkout.stripe.com; form-action 'self';"
                            + " base-uri 'none'; frame-ancestors 'none'; frame-src https://js.stripe.com"
                            + " https://*.js.stripe.com https://checkout.stripe.com https://hooks.stripe.com");
            assertThat(alice.get("/tokens/cancel?package=pro").header(POLICY)).contains("frame-src");
            for (String other : new String[] {"/tokens/history", "/tokens/success?session_id=cs_test_none"}) {
                assertThat(alice.get(other).header(POLICY)).isEqualTo(View.CONTENT_SECURITY_POLICY);
            }
        }
    }

    @Test
    void anotherScriptLetsItsOwnOriginInAndNothingElse() {
        URI script = URI.create("http://127.0.0.1:12111/stripe.js");
        try (Shop shop = Shop.options()
                .filter(filter -> filter.pages(pages -> pages.embeddedCheckout("pk_test_1", script)))
                .open()) {
            assertThat(shop.browser("alice").get("/tokens/buy").header(POLICY))
                    .contains("script-src 'self' http://127.0.0.1:12111;", "frame-src http://127.0.0.1:12111")
                    .doesNotContain("stripe.com");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sk_test_secret", "pk_", "pk_test_1\"", "pk_test 1"})
    void onlyAPublishableKeyIsTakenAndNoOtherIsShown(String key) {
        PageSettings pages = new PageSettings();

        assertThatThrownBy(() -> pages.embeddedCheckout(key))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("publishable key")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/stripe.js", "ftp://js.example/stripe.js", "https:js", "https://user@js.example/"})
    void theScriptNeedsAnOrigin(String script) {
        PageSettings pages = new PageSettings();

        assertThatThrownBy(() -> pages.embeddedCheckout("pk_test_1", URI.create(script)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("script");
    }

    @Test
    void thePlacementIsTheBuyersBrowsersToAskFor() {
        try (Shop shop = shop(CheckoutOptions.NONE.with(Feature.RECOVERY))) {
            Browser alice = shop.signedIn("alice");

            assertThat(alice.post(CREATE, "{\"package\":\"pro\",\"placement\":\"embedded\"}")
                            .text("clientSecret"))
                    .contains("_secret_");
            assertThat(alice.post(CREATE, "{\"package\":\"pro\",\"placement\":\"hosted\"}")
                            .text("url"))
                    .startsWith("https://pay.example/");
            Answer refused = alice.post(CREATE, "{\"package\":\"pro\",\"placement\":\"EMBEDDED\"}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text("detail")).contains("\"hosted\" or \"embedded\"");
            assertThat(alice.post(CREATE, "{\"placement\":\"hosted\"}").text("detail"))
                    .contains("\"package\" is missing");
        }
    }

    @Test
    void whoHasNoScriptPaysAtStripeWhateverTheShopEmbeds() {
        try (Shop shop = shop(CheckoutOptions.NONE.withPlacement(Placement.EMBEDDED))) {
            Browser alice = shop.browser("alice").with("Content-Type", "application/x-www-form-urlencoded");
            String page = alice.get("/tokens/buy").body();
            String csrf = page.replaceAll("(?s).*?name=\"csrf\" value=\"([^\"]+)\".*", "$1");

            assertThat(alice.post("/tokens/buy", "package=pro&csrf=" + csrf).body())
                    .contains("https://pay.example/");
        }
    }
}
