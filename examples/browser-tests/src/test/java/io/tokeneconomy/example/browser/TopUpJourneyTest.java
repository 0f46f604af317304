package io.tokeneconomy.example.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A shop that asks whether packages are to be bought again by themselves. */
@OpenWith(name = "TOP_UP", value = "on")
class TopUpJourneyTest extends ShopInBrowser {

    private static final String LOOK_NOW = "window.dispatchEvent(new Event('token-economy:changed'))";

    @Test
    void whoTicksTheBoxHasTheNextPackageBoughtAndCanEndIt() {
        arriveSignedIn("tara", new NewContextOptions());
        go("/tokens/buy");
        Locator boxes = page.getByRole(AriaRole.CHECKBOX);
        assertThat(boxes).hasCount(4);
        assertThat(boxes.first()).not().isChecked();
        assertThat(boxes.first()).hasAccessibleDescription(Pattern.compile("^Starter Automatic purchases are charged"));
        look("asked");
        boxes.first().check();
        buy("$4.99");
        assertThat(page.locator("token-checkout-status")).containsText("Automatic purchases are on.");
        look("on");

        go("/");
        for (int left = 45; left >= 20; left -= 5) {
            button("Generate a picture").click();
            assertThat(page.locator("token-balance")).containsText(left + " tokens");
        }
        page.waitForResponse(
                answer -> answer.request().method().equals("POST"),
                () -> button("Generate a picture").click());
        go("/tokens/history");

        Locator bought = page.locator("token-history tbody tr[part] .amount.in");
        page.waitForCondition(() -> {
            page.evaluate(LOOK_NOW);
            return bought.count() == 2;
        });
        assertThat(page.locator("token-balance")).containsText("65 tokens");
        assertThat(page.locator(".panel")).containsText("Starter is bought for $4.99 with your card Visa 4242");
        look("history");
        button("Switch off").click();
        assertThat(page.locator(".panel")).containsText("Nothing is bought by itself any more.");
        assertThat(button("Switch off")).hasCount(0);
        look("ended");
    }

    @Test
    void whoLeavesTheBoxAloneIsNotSaved() {
        arriveSignedIn("tom", new NewContextOptions());
        go("/tokens/buy");
        buy("$4.99");
        assertThat(page.locator("token-checkout-status")).containsText("Thank you!");
        assertThat(page.locator("token-checkout-status")).not().containsText("Automatic");
        go("/tokens/history");
        assertThat(page.locator(".panel")).hasCount(0);
        assertThat(complaints.take()).isEmpty();
    }

    @Test
    void allOfItWorksWithoutScript() {
        arriveSignedIn("tess", new NewContextOptions().setJavaScriptEnabled(false));
        go("/tokens/buy");
        page.getByRole(AriaRole.CHECKBOX).first().check();
        buy("$4.99");
        assertThat(page.locator("token-checkout-status")).containsText("Automatic purchases are on.");
        go("/tokens/history");
        button("Switch off").click();
        assertThat(page.locator(".panel")).containsText("Nothing is bought by itself any more.");
    }

    private void look(String name) {
        assertThat(complaints.take()).isEmpty();
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            Album.take(page, "topup-" + name + "-" + scheme);
            Barriers.assertNone(page, name);
        }
        complaints.take(); // axe tries to add styles, which the pages refuse
    }
}
