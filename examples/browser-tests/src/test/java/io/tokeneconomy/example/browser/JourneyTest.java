package io.tokeneconomy.example.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a person does in the quickstart's shop. */
class JourneyTest extends ShopInBrowser {

    @Test
    void signInBuySpendLookAndSignOut() {
        Album.take(page, "1-signed-out");
        signIn("alice");
        assertThat(page.getByText("No tokens yet")).isVisible();
        Album.take(page, "2-new-customer");

        button("Buy for $9.99").click();
        page.waitForURL(PAYMENT_PAGE);
        Album.take(page, "3-checkout");
        button(GOOD_CARD).click();
        page.waitForURL(SUCCESS_PAGE);
        assertThat(page.locator("main")).containsText("110");
        assertThat(page.locator("token-balance")).containsText("110");
        Album.take(page, "4-success");

        page.navigate(shop.baseUrl().toString());
        assertThat(page.locator("token-balance")).containsText("110");
        button("Generate a picture").click();
        assertThat(page.locator("token-balance")).containsText("105");
        assertThat(page.locator("token-history tbody tr")).hasCount(2);
        assertThat(page.locator("token-history")).containsText("+110");
        assertThat(page.locator("token-history")).containsText("-5");
        Album.take(page, "5-customer");

        button("Sign out").click();
        assertThat(page.getByLabel("Name")).isVisible();
        assertThat(complaints.take()).isEmpty();
    }

    @Test
    void aDeclinedCardIsToldAndAnotherOnePays() {
        signIn("dora");
        button("Buy for $4.99").click();
        page.waitForURL(PAYMENT_PAGE);
        assertThat(complaints.take()).isEmpty();

        button(DECLINED_CARD).click();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("declined");
        Album.take(page, "6-declined");
        assertThat(complaints.take()).allMatch(complaint -> complaint.contains("402"));
        button(GOOD_CARD).click();
        page.waitForURL(SUCCESS_PAGE);
        assertThat(page.locator("main")).containsText("50");
        assertThat(complaints.take()).isEmpty();
    }

    @Test
    void turningBackLeadsToAFriendlyPage() {
        signIn("carl");
        button("Buy for $19.99").click();
        page.waitForURL(PAYMENT_PAGE);

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("ancel")))
                .click();

        page.waitForURL(Pattern.compile(".*/tokens/cancel\\?package=pro"));
        assertThat(page.locator("main")).containsText("If you paid after all, the tokens arrive by themselves");
        Album.take(page, "7-cancelled");
        page.navigate(shop.baseUrl().resolve("/tokens/buy").toString());
        assertThat(button(Pattern.compile("^Buy "))).hasCount(4);
        Album.take(page, "8-packages");
        assertThat(complaints.take()).isEmpty();
    }

    @Test
    void withoutTokensThePageSaysWhatIsMissing() {
        signIn("nora");

        button("Generate a picture").click();

        assertThat(page.locator("#message")).hasText("That takes 5 tokens; you have 0.");
        Album.take(page, "9-too-few");
        assertThat(complaints.take()).allMatch(complaint -> complaint.contains("402"));
    }
}
