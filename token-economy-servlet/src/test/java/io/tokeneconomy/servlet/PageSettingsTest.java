package io.tokeneconomy.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.error.InvalidValueException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageSettingsTest {

    private final PageSettings settings = new PageSettings();

    @Test
    void theShellCarriesTheHostsNameLogoLinksAndStyle() {
        try (Shop shop = Shop.options()
                .at("/ctx")
                .filter(f -> f.pages(pages -> pages.brand("Acme & Co")
                        .logo("/logo.svg")
                        .home("/start")
                        .link("Docs", "/docs")
                        .stylesheet("/brand.css")
                        .footer(request -> "<footer>Acme Ltd</footer>")))
                .open()) {
            assertThat(shop.browser("alice").get("/tokens/buy").body())
                    .contains("Acme &amp; Co", "<img src=\"../logo.svg\"", "href=\"../start\"")
                    .contains("<a href=\"../docs\">Docs</a>", "<link rel=\"stylesheet\" href=\"../brand.css\">")
                    .contains("<footer>Acme Ltd</footer>");
        }
    }

    @Test
    void aHostsOwnHeaderTakesThePlaceOfOurs() {
        try (Shop shop = Shop.options()
                .filter(f -> f.pages(
                        pages -> pages.header(request -> "<header>for " + request.getServerName() + "</header>")))
                .open()) {
            assertThat(shop.browser("alice").get("/tokens/history").body())
                    .contains("<header>for 127.0.0.1</header>")
                    .doesNotContain("class=\"shell\"");
        }
    }

    @Test
    void pagesThatAreSwitchedOffAreTheHostsAndNobodyLinksThere() {
        try (Shop shop = Shop.options()
                .filter(f -> f.pages(pages -> pages.without(Page.HISTORY)))
                .open()) {
            assertThat(shop.browser("alice").get("/tokens/history").body()).startsWith("host /tokens/history");
            assertThat(shop.browser("alice").get("/tokens/buy").body()).doesNotContain("tokens/history");
        }
    }

    @Test
    void mountedElsewherePagesAndScriptsAreThereAndKnowTheEndpoints() {
        try (Shop shop = Shop.options()
                .filter(f -> f.pages(pages -> pages.path("/account/billing")))
                .open()) {
            String page = shop.browser("alice").get("/account/billing/buy").body();

            assertThat(page).contains("href=\"../../account/billing/history\"", "\"../../account/billing/assets/api.");
            assertThat(shop.browser("alice").get("/tokens/buy").body()).startsWith("host /tokens/buy");
            assertThat(mount(shop, page)).contains("'../../../api/tokens/'");
            assertThat(shop.browser("alice").get("/tokens/success").status()).isEqualTo(404);
        }
    }

    private static String mount(Shop shop, String page) {
        String name = page.replaceAll("(?s).*assets/(mount\\.[0-9a-f]+\\.js).*", "$1");
        return shop.browser(null).get("/account/billing/assets/" + name).body();
    }

    @Test
    void anotherPackageIsMarkedOrNone() {
        try (Shop pro = Shop.options()
                        .filter(f -> f.pages(p -> p.highlight("pro")))
                        .open();
                Shop none = Shop.options()
                        .filter(f -> f.pages(p -> p.highlight("")))
                        .open()) {
            assertThat(pro.browser("alice").get("/tokens/buy").body())
                    .containsPattern("package popular\">.{0,120}Most popular</p>.{0,60}>Pro<");
            assertThat(none.browser("alice").get("/tokens/buy").body()).doesNotContain("Most popular</p>");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tokens", "/", "/tokens/", "//evil.example", "/a/b/c/d/e", "/a b", "/<"})
    void aPathHasOneToFourPlainSegments(String path) {
        assertThatThrownBy(() -> settings.path(path)).isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "logo.svg", "https://evil.example/x", "//evil.example/x", "/\"x", "javascript:x"})
    void linksStayWithinTheApplication(String path) {
        assertThatThrownBy(() -> settings.logo(path)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> settings.home(path)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> settings.link("x", path)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> settings.stylesheet(path)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void textsAreNotBlankAndNotLongerThanAThousandCharacters() {
        assertThat(settings.brand("x".repeat(1_000)).texts("nl", Map.of("retry", "x".repeat(1_000))))
                .isSameAs(settings);
        assertThatThrownBy(() -> settings.brand(" ")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> settings.brand("x".repeat(1_001))).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> settings.texts("nl", Map.of("retry", ""))).hasMessageContaining("retry");
        assertThatThrownBy(() -> settings.texts("Dutch!", Map.of())).hasMessageContaining("Dutch!");
    }
}
