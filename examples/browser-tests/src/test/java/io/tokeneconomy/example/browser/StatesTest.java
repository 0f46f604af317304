package io.tokeneconomy.example.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The states that a buyer hopes not to see, and the payment page: no barrier in light and dark, nothing in the console. */
class StatesTest extends ShopInBrowser {

    private static final long LONGEST_PAUSE = Duration.ofSeconds(56).toMillis();
    private static final String CONFIRM = "**/api/tokens/confirm-checkout";
    private static final String ASK_ANEW = "document.querySelector('token-checkout-status').replaceWith("
            + "Object.assign(document.createElement('token-checkout-status'), {className: 'anew'}));"
            + "document.querySelector('token-checkout-status').setAttribute('heading', '1')";

    @ParameterizedTest
    @CsvSource({
        "OPEN, This checkout is not finished",
        "EXPIRED, This checkout ran out of time",
        "FAILED, The payment failed",
        "PARKED, We are looking into your payment",
        "PENDING, Your payment is on its way",
    })
    void whateverBecameOfAPaymentIsSaid(String status, String title) {
        signIn("stan");
        go("/tokens/buy");
        buy("$4.99");
        page.route(
                CONFIRM,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"result\":\"" + status + "\",\"balance\":0}")));

        page.evaluate(ASK_ANEW);

        assertThat(page.locator("token-checkout-status.anew [role=status]")).containsText(title);
        look("status-" + status.toLowerCase(Locale.ROOT));
    }

    @Test
    void whoWaitedLongIsToldAndMayAskAgain() {
        signIn("lotte");
        go("/tokens/buy");
        button("Buy for $4.99").click();
        page.waitForURL(PAYMENT_PAGE);
        button(GOOD_CARD).click();
        page.waitForURL(SUCCESS_PAGE);
        page.route(
                CONFIRM,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"result\":\"PENDING\",\"balance\":0}")));
        page.clock().install();
        page.evaluate(ASK_ANEW);
        Locator told = page.locator("token-checkout-status.anew [role=status]");
        page.waitForCondition(() -> {
            page.clock().runFor(LONGEST_PAUSE);
            return button("Check again").count() == 1;
        });
        assertThat(told.locator("h1")).hasText("Your payment is still on its way");
        look("status-late");
        page.unroute(CONFIRM);
        page.route(CONFIRM, route -> {}); // no answer yet

        button("Check again").click();

        assertThat(told).containsText("Your payment is on its way");
        assertThat(told).isFocused();
        assertThat(button("Check again")).hasCount(0);
    }

    @Test
    void theSandboxesPaymentPageInItsStates() {
        signIn("sam");
        go("/tokens/buy");
        button("Buy for $9.99").click();
        page.waitForURL(PAYMENT_PAGE);
        String here = page.url();
        look("payment");
        page.getByLabel("Card number or IBAN").fill("4000000000000002");
        page.getByLabel("Card number or IBAN").press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("declined");
        assertThat(complaints.take()).allMatch(complaint -> complaint.contains("402"));
        look("payment-declined");
        button(GOOD_CARD).click();
        page.waitForURL(SUCCESS_PAGE);
        page.navigate(here);
        assertThat(page.locator("h1")).hasText("All done here");
        look("payment-done");
        go("/tokens/history");
        page.locator("token-history summary").click();
        Page receipt = page.waitForPopup(
                () -> page.getByText("Open the payment receipt").click());
        assertThat(receipt.locator("h1")).hasText("$9.99");
        assertThat(receipt.locator("main")).containsText("Visa ···· 4242");
        page = receipt;
        look("payment-receipt");
    }

    @Test
    void errorsStandWhereTheBuyerLooks() {
        signIn("eve");
        go("/tokens/buy");
        page.context().setOffline(true);
        button("Buy for $9.99").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("cannot be reached");
        complaints.take();
        look("buy-offline");
        page.context().setOffline(false);
        page.route("**/api/tokens/transactions?**", Route::abort);
        go("/tokens/history");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("could not be loaded");
        complaints.take();
        look("history-failed");
        page.unroute("**/api/tokens/transactions?**");
        button("Try again").click();
        assertThat(page.locator("token-history")).containsText("No tokens yet");
        go("/tokens/success?session_id=cs_test_unknown");
        assertThat(page.locator("h1")).hasText("We do not know this checkout");
        complaints.take();
        look("success-unknown");
        go("/api/tokens/receipt?session=cs_test_unknown");
        assertThat(page.locator("h1")).hasText("No receipt");
        complaints.take();
        look("receipt-unknown");
        go("/tokens/buy");
        page.context().clearCookies();
        button("Buy for $9.99").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("not signed in any more");
        complaints.take();
        look("buy-expired");
        go("/tokens/cancel");
        look("cancel-signed-out");
        go("/tokens/success?session_id=cs_test_unknown");
        assertThat(page.locator("h1")).hasText(Pattern.compile("You are not signed in"));
        complaints.take();
        look("success-signed-out");
    }

    private void look(String state) {
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            Album.take(page, "state-" + state + "-" + scheme.name().toLowerCase(Locale.ROOT));
            Barriers.assertNone(page, state + ", " + scheme);
        }
        assertThat(complaints.take()).as(state).allMatch(complaint -> complaint.contains("inline style")); // axe's own
    }
}
