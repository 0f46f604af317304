package io.tokeneconomy.example.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** WCAG 2.2 AA as far as a machine can tell, on every page in its states; and nothing moves while a page loads. */
class AccessibilityTest extends ShopInBrowser {

    /** A hundredth of what the Web Vitals call good, which is 0.1. */
    private static final double HARDLY_ANY = 0.001;

    private static final String SHIFT = "() => new Promise(resolve => {"
            + "const shifts = [];"
            + "new PerformanceObserver(list => shifts.push(...list.getEntries().map(each => each.value)))"
            + ".observe({type: 'layout-shift', buffered: true});"
            + "requestAnimationFrame(() => requestAnimationFrame(() => resolve(shifts.reduce((a, b) => a + b, 0))));"
            + "})";

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void noRuleIsBrokenOnAnyPageInAnyState(ColorScheme scheme) {
        arriveAs(new NewContextOptions().setColorScheme(scheme));
        String name = "axe-" + scheme.name().toLowerCase(Locale.ROOT);
        assertNothingBroken(name + "-signed-out");
        go("/tokens/buy");
        assertNothingBroken(name + "-sign-in-first");
        complaints.take();
        go("/");
        signIn("axel-" + scheme);
        assertThat(page.locator("token-packages li.package[part]")).hasCount(4);
        assertNothingBroken(name + "-home");
        for (String path : new String[] {"/tokens/buy", "/tokens/cancel?package=popular", "/tokens/buy?lang=ar"}) {
            go(path);
            assertNothingBroken(name + path.replaceAll("\\W+", "-"));
        }
        go("/tokens/history");
        assertThat(page.locator("token-history")).containsText("No tokens yet");
        assertNothingBroken(name + "-history-empty");
        go("/tokens/buy");
        buy("$9.99");
        assertNothingBroken(name + "-success");
        go("/tokens/history");
        page.locator("token-history summary").click();
        assertNothingBroken(name + "-history");
        go("/tokens/buy");
        button("Buy for $4.99").click();
        page.waitForURL(PAYMENT_PAGE);
        button(Pattern.compile("^Succeeds")).click();
        page.waitForURL(SUCCESS_PAGE);
        assertNothingBroken(name + "-pending");
    }

    private void assertNothingBroken(String state) {
        assertThat(complaints.take()).as(state).allMatch(complaint -> complaint.contains("401"));
        Album.take(page, state);
        Barriers.assertNone(page, state);
        complaints.take(); // axe tries to add styles, which the pages refuse
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tokens/buy", "/tokens/cancel?package=pro", "/tokens/history"})
    void nothingMovesWhileAPageLoads(String path) {
        signIn("mia");
        go(path);
        assertThatNothingMoved();
    }

    @Test
    void nothingMovesWhenABuyerComesBackNorWhenTheWidgetCatchesUp() {
        signIn("mona");
        go("/tokens/buy");
        buy("$9.99");
        assertThat(page.locator("token-balance")).containsText("110 tokens");

        assertThatNothingMoved();
    }

    private void assertThatNothingMoved() {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(((Number) page.evaluate(SHIFT)).doubleValue()).isLessThan(HARDLY_ANY);
    }
}
