package io.tokeneconomy.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssetsTest {

    private Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.open();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @CsvSource({
        "api.js, text/javascript",
        "token-balance.js, text/javascript",
        "pages.js, text/javascript",
        "pages.css, text/css"
    })
    void assetsAreThereForAnybodyAndRevalidated(String name, String type) {
        Answer answer = shop.browser(null).get("/tokens/assets/" + name);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase(type + ";charset=utf-8");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(answer.header("ETag")).matches("\"[0-9a-f]{24}\"");
        assertThat(answer.body()).isNotBlank();
    }

    /** How it behaves is seen in a browser; this keeps the words. */
    @Test
    void theScriptTellsARefusalFromAServerThatIsGoneAndAnotherUserFromAnOldToken() {
        String script = shop.browser(null).get("/tokens/assets/api.js").body();

        assertThat(script)
                .contains("The server refused (HTTP ${status}).", ".catch(() => {\n    throw new TokenApiError(0, {")
                .containsOnlyOnce("The server cannot be reached.")
                .contains("if (now.user !== user) {", "You are signed in as someone else now. Reload the page.");
        assertThat(shop.browser("alice").get("/tokens/buy").body()).contains("<body data-te-user=\"alice\">");
    }

    @Test
    void whatTheBrowserHasIsNotSentAgain() {
        String path = "/tokens/assets/pages.css";
        String etag = shop.browser(null).get(path).header("ETag");

        for (String known : new String[] {etag, "W/" + etag, "\"x\", " + etag, "*"}) {
            Answer answer = shop.browser(null).with("If-None-Match", known).get(path);
            assertThat(answer.status()).isEqualTo(304);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.header("ETag")).isEqualTo(etag);
        }
        assertThat(shop.browser(null).with("If-None-Match", "\"x\"").get(path).status())
                .isEqualTo(200);
    }
}
