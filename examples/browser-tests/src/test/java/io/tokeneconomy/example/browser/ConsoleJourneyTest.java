package io.tokeneconomy.example.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.tokeneconomy.example.quickstart.Settings;
import io.tokeneconomy.example.quickstart.Shop;
import io.tokeneconomy.payment.sandbox.StripeSandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does in the console of the quickstart's shop. */
@SuppressWarnings("NullAway.Init")
class ConsoleJourneyTest {

    private static final List<String> STANDARDS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

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
        page = chromium.newPerson(new NewContextOptions());
        complaints = Complaints.of(page);
    }

    @AfterEach
    void leave() {
        page.context().close();
    }

    @Test
    void anOperatorGivesTokensReleasesAPaymentAndReconciles() throws Exception {
        URI sandbox = buyAs("alice");
        payWithoutOrder(sandbox);
        signIn(Shop.OPERATOR);

        console("");
        assertThat(heading("Overview")).isVisible();
        assertThat(card("Revenue, 30 days")).containsText("$9.99");
        assertThat(card("Outstanding")).containsText("110");
        look("overview");

        giveTokens();
        releasePayment();
        reconcile();
        lookAtTheBooks();
        project();

        link("Operators’ log").click();
        assertThat(page.locator("tbody")).containsText("verification of the whole ledger");
        look("log");
        assertThat(complaints.take()).singleElement().asString().contains("422"); // the gift that was too large
    }

    @Test
    void forEverybodyElseThereIsNoConsole() {
        signIn("mallory");
        page.navigate(shop.baseUrl().resolve("/tokens/admin/").toString());
        assertThat(page.locator("body")).not().containsText("Operators’ log");
    }

    private void giveTokens() {
        link("Customers").click();
        page.getByLabel("Customer id").fill("ali");
        button("Search").click();
        look("customers");
        link("alice").click();
        page.getByText("Give tokens").click();
        page.getByLabel("Tokens").fill("1,000,000,000,000,000");
        page.getByLabel("Reason").first().fill("Sorry for the outage");
        button("Review the gift").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Nothing was booked");
        assertThat(page.getByLabel("Tokens")).isFocused();
        look("customer-problem");
        page.getByLabel("Tokens").fill("40");
        button("Review the gift").click();
        assertThat(page.locator("main")).containsText("110 → 150");
        look("review");
        button("Give them").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Booked: +40 tokens");
        Locator newest = page.locator("tbody").first().locator("tr").first();
        assertThat(newest).containsText("Sorry for the outage");
        assertThat(newest).containsText(Shop.OPERATOR);
        look("customer");
    }

    private void releasePayment() {
        link("Parked payments").click();
        assertThat(page.locator("ul.parked > li")).hasCount(1);
        look("parked");
        link(Pattern.compile("^Release")).click();
        page.getByLabel("Customer id").fill("alice");
        page.getByLabel("Tokens").fill("50");
        page.getByLabel("Reason").fill("Bought in the old shop");
        look("release");
        button("Review the release").click();
        button("Release the payment").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Booked: +50 tokens");
        assertThat(card("Available")).containsText("200");
    }

    private void reconcile() {
        link("Reconciliation").click();
        button("Look for differences").click();
        assertThat(page.locator("main")).containsText("Ledger and payment provider agree.");
        look("reconciliation");
    }

    private void lookAtTheBooks() {
        link("Books").click();
        button("Roll forward").click();
        assertThat(page.getByRole(AriaRole.REGION, named("Rollforward"))).containsText("Closing");
        button("Verify the ledger").click();
        assertThat(page.getByText(Pattern.compile("^Intact: ")).first()).isVisible();
        look("books");
        String csv = page.context()
                .request()
                .get(shop.baseUrl().resolve("/tokens/admin/rollforward.csv").toString())
                .text();
        assertThat(csv).contains(",issued,PURCHASED,160,0,0,160\r\n").contains(",closing,CLOSING,160,40,0,200\r\n");
    }

    private void project() {
        link("Projection").click();
        assertThat(card("Gross")).containsText("$11,990.00");
        assertThat(card("Fees, estimated")).containsText("$647.71");
        look("projection");
    }

    /** Somebody buys; returns where the sandbox is. */
    private URI buyAs(String user) {
        signIn(user);
        button(Pattern.compile("^Buy for \\$9\\.99")).click();
        page.waitForURL(Pattern.compile(".*/c/pay/cs_test_.*"));
        URI sandbox = URI.create(page.url()).resolve("/");
        pay();
        page.waitForURL(Pattern.compile(".*/tokens/success.*"));
        signOut();
        return sandbox;
    }

    /** A sale of an earlier system: marked as ours, and without an order. */
    private void payWithoutOrder(URI sandbox) throws IOException, InterruptedException {
        String form = String.join(
                "&",
                "mode=payment",
                "success_url=" + shop.baseUrl(),
                "line_items[0][quantity]=1",
                "line_items[0][price_data][currency]=usd",
                "line_items[0][price_data][unit_amount]=499",
                "line_items[0][price_data][product_data][name]=Starter",
                "metadata[purchase_type]=token_package",
                "metadata[user_id]=alice");
        HttpRequest request = HttpRequest.newBuilder(sandbox.resolve("/v1/checkout/sessions"))
                .header("Authorization", "Bearer " + StripeSandbox.API_KEY)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        String session = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body();
        page.navigate(
                JsonParser.parseString(session).getAsJsonObject().get("url").getAsString());
        pay();
        page.waitForURL(shop.baseUrl() + "/");
    }

    private void pay() {
        button(Pattern.compile("4242 4242 4242 4242")).click();
    }

    private void signIn(String user) {
        page.navigate(shop.baseUrl().toString());
        page.getByLabel("Name").fill(user);
        button("Sign in").click();
        assertThat(button("Sign out")).isVisible();
    }

    private void signOut() {
        page.navigate(shop.baseUrl().toString());
        button("Sign out").click();
        assertThat(page.getByLabel("Name")).isVisible();
    }

    private void console(String place) {
        page.navigate(shop.baseUrl().resolve("/tokens/admin/" + place).toString());
    }

    /** Pictures in light and dark, and nothing that hinders anybody. */
    private void look(String name) {
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            Album.take(page, "console-" + name + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT));
            assertThat(new AxeBuilder(page).withTags(STANDARDS).analyze().getViolations())
                    .as(name + ", " + scheme)
                    .extracting(Rule::toString)
                    .isEmpty();
        }
    }

    private Locator card(String name) {
        return page.locator(".card", new Page.LocatorOptions().setHas(page.locator("dt:text-is('" + name + "')")));
    }

    private Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, named(name));
    }

    private Locator link(String name) {
        return page.getByRole(AriaRole.LINK, named(name).setExact(true));
    }

    private Locator link(Pattern name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, named(name).setExact(true));
    }

    private Locator button(Pattern name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
