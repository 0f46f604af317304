package io.tokeneconomy.example.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What buyers do, and what else may happen to them. */
class BuyerTest extends ShopInBrowser {

    private static final String FOCUSED = "() => { let at = document.activeElement;"
            + " while (at?.shadowRoot?.activeElement) { at = at.shadowRoot.activeElement; }"
            + " return at?.textContent.trim() ?? ''; }";

    @Test
    void aPurchaseIsCelebratedOnceShownInEveryTabAndStandsInTheHistory() {
        signIn("alice");
        Page other = page.context().newPage();
        Complaints others = Complaints.of(other);
        other.navigate(shop.baseUrl().resolve("/tokens/history").toString());
        assertThat(other.locator("token-history")).containsText("No tokens yet");
        go("/tokens/buy");

        buy("$9.99");

        assertThat(page.locator("canvas.te-confetti")).hasCount(1);
        assertThat(page.locator("token-checkout-status")).containsText("Thank you!");
        assertThat(page.locator("token-checkout-status dd")).hasText(new String[] {"110 tokens", "110 tokens"});
        assertThat(page.locator("token-balance")).containsText("110 tokens");
        assertThat(other.locator("token-balance")).containsText("110 tokens");
        assertThat(other.locator("token-history tbody tr")).hasCount(1);

        page.reload();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(page.locator("token-checkout-status")).containsText("Thank you!");
        assertThat(page.locator("canvas.te-confetti")).hasCount(0);

        go("/");
        button("Generate a picture").click();
        assertThat(page.locator("token-balance")).containsText("105 tokens");
        assertThat(other.locator("token-balance")).containsText("105 tokens");
        assertThat(other.locator("token-history .amount:not(th)")).hasText(new String[] {"-5", "+110"});
        assertThat(complaints.take()).isEmpty();
        assertThat(others.take()).isEmpty();
    }

    @Test
    void twoClicksStartOneCheckout() {
        signIn("bea");
        go("/tokens/buy");
        List<String> started = new CopyOnWriteArrayList<>();
        page.onRequest(request -> {
            if (request.url().endsWith("create-checkout-session")) {
                started.add(request.method());
            }
        });

        button("Buy for $9.99").dblclick();
        page.waitForURL(PAYMENT_PAGE);

        assertThat(started).containsExactly("POST");
    }

    @Test
    void whoGoesBackFromThePaymentPageCanBuyAgain() {
        signIn("ben");
        go("/tokens/buy");
        button("Buy for $9.99").click();
        page.waitForURL(PAYMENT_PAGE);

        page.goBack();

        assertThat(button("Buy for $4.99")).not().hasAttribute("aria-disabled", "true");
        buy("$4.99");
        assertThat(page.locator("token-checkout-status")).containsText("50 tokens");
    }

    @Test
    void aDeclinedCardThenTheWayBackThenTheSamePackage() {
        signIn("dora");
        go("/tokens/buy");
        button("Buy for $19.99").click();
        page.waitForURL(PAYMENT_PAGE);
        button(DECLINED_CARD).click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("declined");
        complaints.take();

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("ancel")))
                .click();

        page.waitForURL(Pattern.compile(".*/tokens/cancel\\?package=pro"));
        assertThat(page.locator("main")).containsText("If you paid after all, the tokens arrive by themselves");
        assertThat(button(Pattern.compile("^Buy for"))).hasCount(1);
        buy("$19.99");
        assertThat(page.locator("token-checkout-status")).containsText("250 tokens");
        assertThat(complaints.take()).isEmpty();
    }

    @Test
    void moneyThatTakesItsTimeIsWaitedForAndNotCelebrated() {
        signIn("paula");
        go("/tokens/buy");
        button("Buy for $9.99").click();
        page.waitForURL(PAYMENT_PAGE);
        button(Pattern.compile("^Succeeds")).click();
        page.waitForURL(SUCCESS_PAGE);

        assertThat(page.locator("token-checkout-status")).containsText("Your payment is on its way");
        assertThat(page.locator("token-balance")).containsText("0 tokens");
        assertThat(page.locator("main")).not().containsText("See the packages");
        assertThat(page.locator("canvas.te-confetti")).hasCount(0);
        Album.take(page, "pending");
    }

    @Test
    void whoWantsLessMotionGetsNoConfetti() {
        arriveAs(new NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
        signIn("rita");
        go("/tokens/buy");

        buy("$4.99");

        assertThat(page.locator("token-checkout-status")).containsText("Thank you!");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(page.locator("canvas.te-confetti")).hasCount(0);
    }

    @Test
    void withoutScriptEverythingUpToTheReceiptWorks() {
        arriveAs(new NewContextOptions().setJavaScriptEnabled(false));
        signIn("nick");
        go("/tokens/buy");
        Album.take(page, "no-script");

        buy("$49.99");

        assertThat(page.locator("token-checkout-status")).containsText("Thank you!");
        assertThat(page.locator("token-balance")).containsText("700 tokens");
        assertThat(complaints.take())
                .allMatch(complaint -> complaint.matches("csp at .*\\.js")); // no script is fetched
    }

    @Test
    void whileTheServerIsAwayThePageSaysSoAndThenSells() {
        signIn("olga");
        go("/tokens/buy");
        page.context().setOffline(true);

        button("Buy for $9.99").click();

        Locator alert = page.getByRole(AriaRole.ALERT);
        assertThat(alert).hasText("The server cannot be reached. Check your connection and try again.");
        assertThat(button("Buy for $9.99")).hasAttribute("aria-disabled", "false");
        Album.take(page, "offline");
        complaints.take();
        page.context().setOffline(false);
        buy("$9.99");
    }

    @Test
    void theKeyboardAloneBuys() {
        signIn("kim");
        go("/tokens/buy");

        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(button("Buy for $4.99")).isFocused();
        page.keyboard().press("Enter");
        page.waitForURL(PAYMENT_PAGE);

        page.getByLabel("Card number or IBAN").focus();
        page.keyboard().type("4242424242424242");
        page.keyboard().press("Enter");
        page.waitForURL(SUCCESS_PAGE);
        tabTo("See your history");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/tokens/history"));
        assertThat(page.locator("token-history tbody tr[part]")).hasCount(1);
        tabTo("Receipt");
        page.keyboard().press("Enter");
        assertThat(page.locator("token-history details")).hasAttribute("open", "");
        assertThat(page.locator("token-history details")).containsText("$4.99");
        assertThat(complaints.take()).isEmpty();
    }

    /** Presses Tab until the focus is there, at most as often as there are things to stop at. */
    private void tabTo(String name) {
        for (int i = 0; i < 30; i++) {
            page.keyboard().press("Tab");
            if (name.equals(page.evaluate(FOCUSED))) {
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach " + name);
    }

    @Test
    void arabicReadsFromTheRightAndEveryTextIsThere() {
        signIn("amal");
        go("/tokens/buy?lang=ar");

        assertThat(page.locator("html")).hasAttribute("dir", "rtl");
        assertThat(page.locator("h1")).hasText("شراء الرموز");
        assertThat(page.locator("token-balance")).containsText("0 رمز");
        Locator first = page.locator("li.package").first();
        Locator second = page.locator("li.package").nth(1);
        assertThat(first.boundingBox().x).isGreaterThan(second.boundingBox().x);
        Album.take(page, "arabic");
        go("/tokens/history?lang=ar");
        assertThat(page.locator("token-history")).containsText("لا توجد رموز بعد");
        assertThat(complaints.take()).isEmpty();
    }

    @Test
    void theHistoryIsFilteredPagedAndSaved() {
        signIn("hugo");
        go("/tokens/buy");
        buy("$9.99");
        go("/");
        for (int left = 105; left >= 5; left -= 5) {
            button("Generate a picture").click();
            assertThat(page.locator("token-balance")).containsText(left + " tokens");
        }
        go("/tokens/history");
        assertThat(page.locator("token-history tbody tr")).hasCount(20);

        button("Show older").click();
        assertThat(page.locator("token-history tbody tr")).hasCount(22);
        assertThat(button("Show older")).isHidden();
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Bought"))
                .check();
        assertThat(page.locator("token-history tbody tr")).hasCount(1);
        page.locator("token-history summary").click();
        assertThat(page.locator("token-history details")).containsText("$9.99");
        Album.take(page, "receipt");
        String file =
                page.waitForDownload(() -> page.getByText("Export CSV").click()).suggestedFilename();
        assertThat(file).isEqualTo("tokens.csv");
        assertThat(complaints.take()).isEmpty();
    }
}
