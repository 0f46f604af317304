package io.tokeneconomy.example.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.tokeneconomy.example.quickstart.Settings;
import io.tokeneconomy.example.quickstart.Shop;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person does in the quickstart's shop. */
@SuppressWarnings("NullAway.Init")
class JourneyTest {

    @TempDir
    static Path data;

    static Chromium chromium;
    static Shop shop;

    Page page;
    Complaints complaints;

    @BeforeAll
    static void open() {
        chromium = Chromium.launch();
        shop = Shop.open(Settings.from(Map.of("PORT", "0", "SANDBOX_PORT", "0", "DATA_DIR", data.toString())));
    }

    @AfterAll
    static void close() {
        if (shop != null) {
            shop.close();
            chromium.close();
        }
    }

    @BeforeEach
    void arrive() {
        page = chromium.newPerson();
        complaints = Complaints.of(page);
        page.navigate(shop.baseUrl().toString());
    }

    @AfterEach
    void leave() {
        page.context().close();
    }

    @Test
    void signInBuySpendLookAndSignOut() {
        Album.take(page, "1-signed-out");
        signIn("alice");
        assertThat(page.getByText("Nothing yet. Buy a package to begin.")).isVisible();
        Album.take(page, "2-new-customer");

        button("Buy for $9.99").click();
        page.waitForURL(Pattern.compile(".*/c/pay/cs_test_.*"));
        Album.take(page, "3-checkout");
        button(Pattern.compile("4242 4242 4242 4242")).click();
        page.waitForURL(Pattern.compile(".*/tokens/success\\?session_id=.*"));
        assertThat(page.locator("main")).containsText("110");
        assertThat(page.locator("token-balance")).containsText("110");
        Album.take(page, "4-success");

        page.navigate(shop.baseUrl().toString());
        assertThat(page.locator("#balance")).hasText("110");
        assertThat(page.locator("token-balance")).containsText("110");
        button("Generate a picture · 5 tokens").click();
        assertThat(page.locator("#balance")).hasText("105");
        assertThat(page.locator("token-balance")).containsText("105");
        assertThat(page.locator("#history tr")).hasCount(2);
        assertThat(page.locator("#history")).containsText("+110");
        assertThat(page.locator("#history")).containsText("−5");
        Album.take(page, "5-customer");

        button("Sign out").click();
        assertThat(page.getByLabel("Name")).isVisible();
        assertThat(complaints.take()).isEmpty();
    }

    @Test
    void aDeclinedCardIsToldAndAnotherOnePays() {
        signIn("dora");
        button("Buy for $4.99").click();
        page.waitForURL(Pattern.compile(".*/c/pay/cs_test_.*"));
        assertThat(complaints.take()).isEmpty();

        button(Pattern.compile("4000 0000 0000 0002")).click();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("declined");
        Album.take(page, "6-declined");
        assertThat(complaints.take()).allMatch(complaint -> complaint.contains("402"));
        button(Pattern.compile("4242 4242 4242 4242")).click();
        page.waitForURL(Pattern.compile(".*/tokens/success.*"));
        assertThat(page.locator("main")).containsText("50");
        assertThat(complaints.take()).isEmpty();
    }

    @Test
    void turningBackLeadsToAFriendlyPage() {
        signIn("carl");
        button("Buy for $19.99").click();
        page.waitForURL(Pattern.compile(".*/c/pay/cs_test_.*"));

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

        button("Generate a picture · 5 tokens").click();

        assertThat(page.locator("#message")).hasText("That takes 5 tokens; you have 0.");
        Album.take(page, "9-too-few");
        assertThat(complaints.take()).allMatch(complaint -> complaint.contains("402"));
    }

    private void signIn(String user) {
        page.getByLabel("Name").fill(user);
        button("Sign in").click();
        assertThat(page.getByText(user)).isVisible();
        assertThat(page.locator("#packages li")).hasCount(4);
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator button(Pattern name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
