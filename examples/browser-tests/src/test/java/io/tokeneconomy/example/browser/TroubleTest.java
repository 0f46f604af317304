package io.tokeneconomy.example.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitUntilState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What happens on the way between a buyer and his tokens. */
class TroubleTest extends ShopInBrowser {

    /** The sandbox settles after 5 seconds, the page looks after 2, 5 and 10. */
    private static final double SETTLED_MILLIS = Duration.ofSeconds(20).toMillis();

    private static final String LOOK_NOW = "window.dispatchEvent(new Event('token-economy:changed'))";

    @Test
    void aPaymentThatArrivesWhileThePageIsOpenIsTakenUpAndCelebratedOnce() {
        signIn("lara");
        go("/tokens/buy");
        button("Buy for $9.99").click();
        page.waitForURL(PAYMENT_PAGE);
        button(Pattern.compile("^Succeeds")).click();
        page.waitForURL(SUCCESS_PAGE);
        Locator told = page.locator("token-checkout-status [role=status]");
        assertThat(told).containsText("Your payment is on its way");
        page.evaluate("window.celebrations = 0;"
                + "new MutationObserver(changes => changes.forEach(change => change.addedNodes.forEach(node =>"
                + "{ if (node.className === 'te-confetti') window.celebrations++; })))"
                + ".observe(document.body, {childList: true})");

        assertThat(told).containsText("Thank you!", within(SETTLED_MILLIS));

        assertThat(told.locator("dd")).hasText(new String[] {"110 tokens", "110 tokens"});
        assertThat(page.locator("token-balance")).containsText("110 tokens");
        assertThat(page.locator("token-balance [role=status]")).hasText("You now have 110 tokens.");
        page.waitForFunction("window.celebrations === 1");
        page.evaluate(LOOK_NOW);
        page.reload();
        assertThat(told).containsText("Thank you!");
        assertThat(page.locator("canvas.te-confetti")).hasCount(0);
        assertThat(complaints.take()).isEmpty();
    }

    @Test
    void whoseSessionEndedIsToldWhereHePressedAndSignsInAgain() {
        signIn("erik");
        go("/tokens/buy");
        page.context().clearCookies();

        button("Buy for $9.99").click();

        assertThat(page.getByRole(AriaRole.ALERT))
                .hasText("You are not signed in any more. Reload the page and sign in.");
        assertThat(button("Buy for $9.99")).hasAttribute("aria-disabled", "false");
        page.evaluate(LOOK_NOW);
        assertThat(page.locator("token-balance .balance")).isEmpty();
        Album.take(page, "session-expired");
        page.reload();
        assertThat(page.locator("main")).containsText("Sign in and try again.");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        signIn("erik");
        go("/tokens/buy");
        complaints.take();
        buy("$9.99");
        assertThat(page.locator("token-balance")).containsText("110 tokens");
        assertThat(complaints.take()).isEmpty();
    }

    @Test
    void whoComesBackFromPayingSignedOutIsNotAskedToPayAgain() {
        signIn("sofia");
        go("/tokens/buy");
        button("Buy for $4.99").click();
        page.waitForURL(PAYMENT_PAGE);
        page.context().clearCookies();

        button(GOOD_CARD).click();

        page.waitForURL(SUCCESS_PAGE);
        assertThat(page.locator("main")).containsText("If you paid, your payment is safe");
        Album.take(page, "success-signed-out");
        String here = page.url();
        go("/");
        signIn("sofia");
        page.navigate(here);
        assertThat(page.locator("token-checkout-status")).containsText("Thank you!");
        assertThat(page.locator("token-balance")).containsText("50 tokens");
    }

    @Test
    void whileTheServerIsAwayTheBalanceStaysAndCatchesUpAtOnce() {
        signIn("otto");
        go("/tokens/buy");
        buy("$9.99");
        go("/tokens/history");
        Locator balance = page.locator("token-balance");
        assertThat(balance).containsText("110 tokens");
        page.context().setOffline(true);

        page.evaluate(LOOK_NOW);
        page.waitForCondition(() -> complaints.take().stream().anyMatch(each -> each.contains("api/tokens/balance")));
        assertThat(balance).containsText("110 tokens");
        spendElsewhere("otto");
        page.context().setOffline(false);

        assertThat(balance).containsText("105 tokens");
        assertThat(page.locator("token-history tbody tr")).hasCount(2);
    }

    @Test
    void whoBuysBeforeAllOfThePageIsThereDoesNotBuyTwice() {
        signIn("bruno");
        List<Route> pictures = new ArrayList<>();
        List<Route> checkouts = new ArrayList<>();
        page.route("**/slow.png", pictures::add);
        page.route("**/api/tokens/create-checkout-session", checkouts::add);
        page.addInitScript("addEventListener('DOMContentLoaded', () => document.body.append("
                + "Object.assign(new Image(), {src: '/slow.png', alt: ''})))");
        page.navigate(
                shop.baseUrl().resolve("/tokens/buy").toString(),
                new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
        button("Buy for $9.99").click();
        assertThat(button("Buy for $9.99")).hasAttribute("aria-disabled", "true");
        page.waitForCondition(() -> pictures.size() == 1 && checkouts.size() == 1);

        pictures.get(0).fulfill(new Route.FulfillOptions().setStatus(404));
        page.waitForLoadState(LoadState.LOAD);
        button("Buy for $9.99").dispatchEvent("click");
        button("Buy for $4.99").dispatchEvent("click");

        assertThat(button("Buy for $9.99")).hasAttribute("aria-disabled", "true");
        checkouts.get(0).resume();
        page.waitForURL(PAYMENT_PAGE);
        assertThat(checkouts).hasSize(1);
    }

    @Test
    void anAnswerThatWasOvertakenIsNotShown() {
        signIn("fleur");
        go("/tokens/buy");
        buy("$9.99");
        go("/tokens/history");
        assertThat(page.locator("token-history tbody tr[part]")).hasCount(1);
        page.evaluate("window.shown = []; const balance = document.querySelector('token-balance');"
                + "new MutationObserver(() => window.shown.push(balance.shadowRoot.querySelector('.balance').innerText))"
                + ".observe(balance.shadowRoot, {childList: true, subtree: true, characterData: true})");
        List<Route> asked = new ArrayList<>();
        page.route("**/api/tokens/balance", asked::add);
        page.evaluate(LOOK_NOW);
        page.waitForCondition(() -> asked.size() == 1);

        page.evaluate(LOOK_NOW); // while the first look is under way
        asked.get(0).fulfill(balance(110 - 5));
        page.waitForCondition(() -> asked.size() == 2);
        page.evaluate(LOOK_NOW); // and once more
        asked.get(1).fulfill(balance(110));
        page.waitForCondition(() -> asked.size() == 3);
        asked.get(2).fulfill(balance(110 - 5));

        assertThat(page.locator("token-balance")).containsText("105 tokens");
        assertThat(new LinkedHashSet<>((List<?>) page.evaluate("window.shown"))).hasSize(1);
        assertThat(complaints.take()).isEmpty();
    }

    private static Route.FulfillOptions balance(int available) {
        return new Route.FulfillOptions()
                .setContentType("application/json")
                .setBody("{\"available\":" + available + ",\"held\":0}");
    }

    @Test
    void whoGoesBackFromTheReceiptFindsPackagesAndTheNewBalance() {
        signIn("bert");
        go("/tokens/buy");
        buy("$9.99");
        assertThat(page.locator("token-checkout-status")).containsText("Thank you!");

        page.goBack(); // the payment page
        page.goBack();

        page.waitForURL(Pattern.compile(".*/tokens/buy"));
        assertThat(page.locator("token-balance")).containsText("110 tokens");
        assertThat(button("Buy for $9.99")).not().hasAttribute("aria-disabled", "true");
        page.goForward();
        page.waitForURL(PAYMENT_PAGE);
        assertThat(page.locator("body")).not().containsText("4242 4242 4242 4242");
    }

    private void spendElsewhere(String user) {
        Page elsewhere = chromium.newPerson(new NewContextOptions());
        elsewhere.navigate(shop.baseUrl().toString());
        elsewhere.getByLabel("Name").fill(user);
        elsewhere
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        elsewhere
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Generate a picture"))
                .click();
        assertThat(elsewhere.locator("token-balance")).containsText("105 tokens");
        elsewhere.context().close();
    }

    private static LocatorAssertions.ContainsTextOptions within(double millis) {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(millis);
    }
}
