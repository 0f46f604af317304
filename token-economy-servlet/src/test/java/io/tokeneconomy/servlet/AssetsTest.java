package io.tokeneconomy.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetsTest {

    private static final Pattern TAG =
            Pattern.compile("(?:src|href)=\"(?:\\.\\./)*tokens/assets/([^\"]+)\" integrity=\"([^\"]+)\"");
    private static final Pattern REFERENCE = Pattern.compile("'\\./([^']+)'");

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
    @ValueSource(
            strings = {
                "/tokens/buy",
                "/tokens/history",
                "/tokens/cancel?package=popular",
                "/tokens/success?session_id=cs_x"
            })
    void whatAPageLoadsCarriesItsHashIsWhatThePageSaysAndMayBeKeptForEver(String path) {
        List<MatchResult> tags = tags(path);

        assertThat(tags).hasSizeGreaterThan(2);
        for (MatchResult tag : tags) {
            Answer file = asset(tag.group(1));
            assertThat(tag.group(1)).matches("[a-zA-Z0-9-]+\\.[0-9a-f]{16}\\.(js|css)");
            assertThat(file.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
            assertThat(file.header("Content-Type"))
                    .isEqualToIgnoringCase(
                            (tag.group(1).endsWith("js") ? "text/javascript" : "text/css") + ";charset=utf-8");
            assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(tag.group(2)).isEqualTo("sha384-" + sha384(file.body()));
        }
    }

    @Test
    void everyReferenceWithinLeadsToAFileAndIsPreloadedWhenItRunsAtOnce() {
        Set<String> seen = new HashSet<>();
        tags("/tokens/success?session_id=" + shop.checkout("alice", "popular").id())
                .forEach(tag -> follow(tag.group(1), seen));

        assertThat(seen)
                .anyMatch(name -> name.startsWith("confetti."))
                .anyMatch(name -> name.startsWith("messages-ar."));
    }

    private void follow(String name, Set<String> seen) {
        if (seen.add(name)) {
            Answer file = asset(name);
            assertThat(file.status()).as(name).isEqualTo(200);
            REFERENCE.matcher(file.body()).results().forEach(reference -> follow(reference.group(1), seen));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"api", "components", "token-balance", "token-packages", "token-history", "token-checkout-status"
            })
    void namesThatStayLeadToTheOneFileAndAreRevalidated(String name) {
        Answer answer = asset(name + ".js");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(answer.header("ETag")).matches("\"[0-9a-f]{24}\"");
        assertThat(answer.body()).matches("export \\* from '\\./" + name + "\\.[0-9a-f]{16}\\.js';\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"pages.css", "i18n.js", "confetti.LICENSE.txt", "../messages/en.json", "api.0000000000000000.js"
            })
    void nothingElseIsThere(String name) {
        assertThat(asset(name).body()).doesNotContain("export", "{");
    }

    /** How it behaves is seen in a browser; this keeps the words. */
    @Test
    void theScriptTellsARefusalFromAServerThatIsGoneAndAnotherUserFromAnOldToken() {
        Matcher real = REFERENCE.matcher(asset("api.js").body());
        assertThat(real.find()).isTrue();

        assertThat(asset(real.group(1)).body())
                .contains("The server refused (HTTP ${status}).", ".catch(() => {\n    throw new TokenApiError(0, {")
                .containsOnlyOnce("The server cannot be reached.")
                .contains("if (now.user !== user) {", "You are signed in as someone else now. Reload the page.");
        assertThat(shop.browser("alice").get("/tokens/buy").body()).contains("<body data-te-user=\"alice\">");
    }

    @Test
    void whatTheBrowserHasIsNotSentAgain() {
        String path = "/tokens/assets/api.js";
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

    private Answer asset(String name) {
        return shop.browser(null).get("/tokens/assets/" + name);
    }

    private List<MatchResult> tags(String path) {
        String page = shop.browser("alice").get(path).body();
        return new ArrayList<>(TAG.matcher(page).results().toList());
    }

    private static String sha384(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-384").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
