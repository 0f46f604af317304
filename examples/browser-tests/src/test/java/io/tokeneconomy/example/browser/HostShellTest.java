package io.tokeneconomy.example.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.tokeneconomy.servlet.PageSettings;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Our pages within the looks of somebody else's application. */
@SuppressWarnings("NullAway.Init")
class HostShellTest {

    private static final String LOGO = "<svg xmlns='http://www.w3.org/2000/svg' width='96' height='96'>"
            + "<rect width='96' height='96' rx='20' fill='#0a7d53'/></svg>";
    private static final String STYLE = ":root { --te-accent: light-dark(#0a7d53, #7fe0b4);"
            + " --te-accent-strong: light-dark(#075c3d, #a5ecca); --te-on-accent: light-dark(#fff, #06281a);"
            + " --te-radius: 4px; }"
            + " .acme { display: flex; flex-wrap: wrap; gap: 1rem; padding: 1rem; }"
            + " .acme a { color: inherit; }";
    private static final Map<String, String> FILES = Map.of(
            "/logo.svg", LOGO,
            "/acme.css", STYLE,
            "/help.html", "<!doctype html><html lang=en><title>Help</title><h1>How tokens work</h1></html>");
    private static final String HEADER = "<header class='acme'><strong>ACME Pictures</strong>"
            + "<nav aria-label='ACME'><a href='/help.html'>Help</a></nav>"
            + "<token-balance href='/tokens/history'></token-balance></header>";
    static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void nameLogoLinksAndColoursAreTheHosts(ColorScheme scheme) throws Exception {
        Consumer<PageSettings> pages = settings -> settings.brand("ACME Pictures")
                .logo("/logo.svg")
                .home("/help.html")
                .link("Help", "/help.html")
                .stylesheet("/acme.css")
                .footer(request -> "<footer class='acme'>ACME Ltd</footer>");
        try (OtherHost host = OtherHost.open(pages, FILES)) {
            Page page = chromium.newPerson(new NewContextOptions().setColorScheme(scheme));
            Complaints complaints = Complaints.of(page);
            page.navigate(host.at("/tokens/buy"));

            Locator logo = page.locator(".brand img");
            assertThat(page.locator(".brand")).hasText("ACME Pictures");
            assertThat(((Number) logo.evaluate("image => image.naturalWidth")).intValue())
                    .isEqualTo(96);
            assertThat(logo.boundingBox().height).isLessThanOrEqualTo(32);
            assertThat(page.locator("footer")).hasText("ACME Ltd");
            String accent = scheme == ColorScheme.DARK ? "rgb(127, 224, 180)" : "rgb(10, 125, 83)";
            assertThat(page.locator("token-packages button").first()).hasCSS("background-color", accent);
            assertThat(complaints.take()).isEmpty();
            assertNothingBroken(page, "host-brand-" + scheme);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Help"))
                    .click();
            assertThat(page.locator("h1")).hasText("How tokens work");
            page.goBack();
            page.locator(".brand").click();
            assertThat(page.locator("h1")).hasText("How tokens work");
            page.context().close();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void aWholeHeaderOfTheHostsReplacesOurs(ColorScheme scheme) throws Exception {
        Consumer<PageSettings> pages =
                settings -> settings.stylesheet("/acme.css").header(request -> HEADER);
        try (OtherHost host = OtherHost.open(pages, FILES)) {
            Page page = chromium.newPerson(new NewContextOptions().setColorScheme(scheme));
            Complaints complaints = Complaints.of(page);
            page.navigate(host.at("/tokens/history"));

            assertThat(page.locator("header")).hasCount(1);
            assertThat(page.locator("header token-balance")).containsText("0 tokens");
            assertThat(page.locator("token-history")).containsText("No tokens yet");
            assertThat(complaints.take()).isEmpty();
            assertNothingBroken(page, "host-header-" + scheme);
            page.context().close();
        }
    }

    private static void assertNothingBroken(Page page, String state) {
        Album.take(page, state);
        Barriers.assertNone(page, state);
    }
}
