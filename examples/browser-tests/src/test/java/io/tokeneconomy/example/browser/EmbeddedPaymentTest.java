package io.tokeneconomy.example.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Paying within the shop's own page. */
@OpenWith(name = "CHECKOUT_PAGE", value = "embedded")
class EmbeddedPaymentTest extends ShopInBrowser {

    private static final String START = "**/api/tokens/create-checkout-session";

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void theBuyerPaysWithoutLeavingThePage(ColorScheme scheme) {
        arrive("emma-" + scheme, new NewContextOptions().setColorScheme(scheme));
        assertThat(page.locator("script[src$='stripe.js']")).hasCount(0);

        button("Buy for $9.99").click();

        FrameLocator payment = page.frameLocator("iframe");
        assertThat(payment.locator("body")).containsText("Popular");
        assertThat(page).hasURL(Pattern.compile(".*/tokens/buy"));
        Locator title = page.getByRole(AriaRole.HEADING, named("Popular · 110 tokens · $9.99"));
        assertThat(title).isFocused();
        assertThat(page.locator("token-packages .packages")).isHidden();
        assertThat(complaints.take()).isEmpty();
        Album.take(page, "embedded-" + scheme);
        Barriers.assertNoneOutside("iframe", page, "embedded " + scheme);
        complaints.take(); // axe tries to add styles, which the pages refuse
        payment.getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName(GOOD_CARD))
                .click();
        page.waitForURL(SUCCESS_PAGE);
        assertThat(page.locator("token-checkout-status")).containsText("Thank you!");
        assertThat(page.locator("token-balance")).containsText("110 tokens");
        assertThat(complaints.take()).isEmpty();
    }

    @Test
    void whoThinksAgainGetsThePackagesBack() {
        arrive("edgar", new NewContextOptions());
        button("Buy for $9.99").click();
        assertThat(page.frameLocator("iframe").locator("body")).containsText("Popular");

        button("See all packages").click();

        assertThat(page.locator("iframe")).hasCount(0);
        assertThat(button("Buy for $9.99")).isFocused();
        assertThat(button("Buy for $4.99")).hasAttribute("aria-disabled", "false");
        button("Buy for $4.99").click();
        assertThat(page.frameLocator("iframe").locator("body")).containsText("Starter");
        assertThat(complaints.take()).isEmpty();
    }

    @Test
    void anElementThatIsTakenAwayEndsItsPayment() {
        arrive("edda", new NewContextOptions());
        button("Buy for $9.99").click();
        assertThat(page.frameLocator("iframe").locator("body")).containsText("Popular");

        page.evaluate("window.taken = document.querySelector('token-packages'); window.taken.remove()");
        page.evaluate("document.querySelector('main').append(window.taken)");

        assertThat(page.locator("iframe")).hasCount(0);
        assertThat(button("Buy for $4.99")).hasAttribute("aria-disabled", "false");
        button("Buy for $4.99").click();
        assertThat(page.frameLocator("iframe").locator("body")).containsText("Starter");
        assertThat(complaints.take()).isEmpty();
    }

    @Test
    void stripesScriptStaysWhereItIs() {
        arrive("ewa", new NewContextOptions());
        page.clock().install();
        button("Buy for $9.99").click();
        assertThat(page.locator("iframe")).hasCount(1);

        page.clock().runFor(60_000);

        assertThat(page.locator("script[src$='stripe.js']")).hasCount(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void whatCannotBeShownIsSaidAndMayBeTriedAgain(ColorScheme scheme) {
        arrive("esra-" + scheme, new NewContextOptions().setColorScheme(scheme));
        page.route(START, Route::abort);
        button("Buy for $9.99").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("cannot be reached");
        look("embedded-unreachable-" + scheme);
        page.unroute(START);
        page.evaluate("window.Stripe = () => ({createEmbeddedCheckoutPage: () => Promise.reject(new Error('no'))})");

        button("Buy for $9.99").click();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Something went wrong on our side");
        assertThat(page.locator("token-packages .packages")).isVisible();
        assertThat(button("Buy for $9.99")).hasAttribute("aria-disabled", "false");
        assertThat(button("Buy for $9.99")).isFocused();
        look("embedded-failed-" + scheme);
    }

    private void look(String state) {
        complaints.take();
        Album.take(page, state);
        Barriers.assertNone(page, state);
        complaints.take(); // axe tries to add styles, which the pages refuse
    }

    @Test
    void whereStripesScriptIsRefusedTheBuyerPaysAtStripe() {
        arrive("ella", new NewContextOptions());
        page.route("**/stripe.js", route -> route.abort());

        button("Buy for $9.99").click();

        payWithGoodCard();
        assertThat(page.locator("token-balance")).containsText("110 tokens");
    }

    @Test
    void withoutScriptTheBuyerPaysAtStripe() {
        arrive("elias", new NewContextOptions().setJavaScriptEnabled(false));

        button("Buy for $9.99").click();

        page.waitForURL(PAYMENT_PAGE);
    }

    @Test
    void onlyPagesWithPackagesLetStripesScriptIn() {
        arrive("emil", new NewContextOptions());

        assertThat(policyOf("/tokens/buy")).contains("frame-src http://127.0.0.1:");
        assertThat(policyOf("/tokens/history")).doesNotContain("frame-src", "127.0.0.1");
        assertThat(policyOf("/tokens/success?session_id=cs_test_none")).doesNotContain("frame-src", "127.0.0.1");
    }

    private String policyOf(String path) {
        String address = shop.baseUrl().resolve(path).toString();
        Map<String, String> headers = page.context().request().get(address).headers();
        return headers.getOrDefault("content-security-policy", "");
    }

    private void arrive(String user, NewContextOptions habits) {
        arriveSignedIn(user, habits);
        go("/tokens/buy");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
