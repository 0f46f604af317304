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
import org.junit.jupiter.api.io.TempDir;

/** A shop that is open, and an operator in front of its console. */
@SuppressWarnings("NullAway.Init")
abstract class ConsoleInBrowser {

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

    /** Somebody buys; returns where the sandbox is. */
    URI buyAs(String user) {
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
    void payWithoutOrder(URI sandbox) throws IOException, InterruptedException {
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

    void pay() {
        button(Pattern.compile("4242 4242 4242 4242")).click();
    }

    void signIn(String user) {
        page.navigate(shop.baseUrl().toString());
        page.getByLabel("Name").fill(user);
        button("Sign in").click();
        assertThat(button("Sign out")).isVisible();
    }

    void signOut() {
        page.navigate(shop.baseUrl().toString());
        button("Sign out").click();
        assertThat(page.getByLabel("Name")).isVisible();
    }

    void console(String place) {
        page.navigate(shop.baseUrl().resolve("/tokens/admin/" + place).toString());
    }

    /** Pictures in light and dark, and nothing that hinders anybody. */
    void look(String name) {
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            Album.take(page, "console-" + name + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT));
            assertThat(new AxeBuilder(page).withTags(STANDARDS).analyze().getViolations())
                    .as(name + ", " + scheme)
                    .extracting(Rule::toString)
                    .isEmpty();
        }
    }

    Locator card(String name) {
        return page.locator(".card", new Page.LocatorOptions().setHas(page.locator("dt:text-is('" + name + "')")));
    }

    Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, named(name));
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, named(name).setExact(true));
    }

    Locator link(Pattern name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, named(name).setExact(true));
    }

    Locator button(Pattern name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
