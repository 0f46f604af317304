package io.tokeneconomy.example.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.tokeneconomy.payment.sandbox.StripeSandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Pattern;

/** A shop that is open, and an operator in front of its console. */
abstract class ConsoleInBrowser extends ShopInBrowser {

    /** Somebody buys; returns where the sandbox is. */
    URI buyAs(String user) {
        signIn(user);
        button(Pattern.compile("^Buy for \\$9\\.99")).click();
        page.waitForURL(PAYMENT_PAGE);
        URI sandbox = URI.create(page.url()).resolve("/");
        pay();
        page.waitForURL(SUCCESS_PAGE);
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
        button(GOOD_CARD).click();
    }

    @Override
    void signIn(String user) {
        go("/");
        super.signIn(user);
    }

    void signOut() {
        go("/");
        button("Sign out").click();
        assertThat(page.getByLabel("Name")).isVisible();
    }

    void console(String place) {
        go("/tokens/admin/" + place);
    }

    /** Pictures in light and dark, and nothing that hinders anybody. */
    void look(String name) {
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            Album.take(page, "console-" + name + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT));
            Barriers.assertNone(page, name + ", " + scheme);
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

    /** By its whole name: many of the console's begin alike. */
    @Override
    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, named(name).setExact(true));
    }

    static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
