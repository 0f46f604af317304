package io.tokeneconomy.example.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.LoadState;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way from the packages to the receipt in every language: all of it is there, fits, and reads the right way. */
class LanguagesInBrowserTest extends ShopInBrowser {

    /** Names of what is wider than the place it has, in shadow roots, too. */
    private static final String TOO_WIDE = "() => {"
            + " const all = root => [...root.querySelectorAll('*')].flatMap(each =>"
            + "   [each, ...(each.shadowRoot ? all(each.shadowRoot) : [])]);"
            + " const hidden = each => each.closest('.only-heard, .skip') || each.matches('thead, thead *');"
            + " const wide = all(document).filter(each => each.getBoundingClientRect().width > 0 && !hidden(each))"
            + "   .filter(each => { const box = each.getBoundingClientRect();"
            + "     return box.left < -1 || box.right > document.documentElement.clientWidth + 1; });"
            + " const page = document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['page'] : [];"
            + " return [...page, ...wide.map(each => each.tagName + '.' + each.className)].join(' '); }";

    @ParameterizedTest
    @CsvSource({
        "en, ltr, Thank you!",
        "de, ltr, Vielen Dank!",
        "fr, ltr, Merci",
        "es, ltr, Gracias",
        "ja, ltr, ありがとう",
        "zh, ltr, 谢谢",
        "ar, rtl, شكرًا",
    })
    void everyPageIsThereFitsAndHasNoBarrier(String language, String direction, String thanks) {
        arriveAs(new NewContextOptions());
        signIn("visitor-" + language);
        page.setExtraHTTPHeaders(Map.of("Accept-Language", language));
        go("/tokens/buy?lang=" + language);
        assertThat(page.locator("html")).hasAttribute("dir", direction);
        look(language, "buy");
        page.locator("li.package.popular button").click();
        page.waitForURL(PAYMENT_PAGE);
        button(GOOD_CARD).click();
        page.waitForURL(SUCCESS_PAGE);
        page.navigate(page.url() + "&lang=" + language);
        assertThat(page.locator("token-checkout-status")).containsText(thanks);
        look(language, "success");
        go("/tokens/history?lang=" + language);
        assertThat(page.locator("token-history tbody tr[part]")).hasCount(1);
        page.locator("token-history summary").click();
        look(language, "history");
        go("/tokens/cancel?package=pro&lang=" + language);
        look(language, "cancel");
        go("/tokens/success?session_id=cs_test_none&lang=" + language);
        assertThat(complaints.take()).allMatch(complaint -> complaint.contains("404"));
        look(language, "unknown");
    }

    private void look(String language, String name) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        for (int width : new int[] {320, 390, 1280}) {
            page.setViewportSize(width, 900);
            assertThat(page.evaluate(TOO_WIDE))
                    .as(language + " " + name + " " + width)
                    .isEqualTo("");
        }
        assertThat(page.locator("body"))
                .not()
                .containsText(Pattern.compile("\\{[a-z]+}|\\b(packages|status|history)\\.[a-z]"));
        assertThat(complaints.take()).isEmpty();
        Album.take(page, "language-" + language + "-" + name);
        Barriers.assertNone(page, language + " " + name);
        complaints.take(); // axe tries to add styles, which the pages refuse
    }
}
