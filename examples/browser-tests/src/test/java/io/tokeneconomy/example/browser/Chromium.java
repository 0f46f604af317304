package io.tokeneconomy.example.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The machine's own Chromium: needed where {@code CI=true}, else tests without one are skipped. */
final class Chromium implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/chromium");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright) {
        this.playwright = playwright;
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
    }

    static Chromium launch() {
        if ("true".equals(System.getenv("CI"))) {
            assertThat(PROGRAM).as("CI needs Chromium").isExecutable();
        }
        assumeThat(PROGRAM).as("Chromium is needed to see the pages").isExecutable();
        Map<String, String> environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        return new Chromium(Playwright.create(new Playwright.CreateOptions().setEnv(environment)));
    }

    /** {@return a window of a person who has never been here} */
    Page newPerson(Browser.NewContextOptions habits) {
        return browser.newContext(habits.setLocale("en-US").setTimezoneId("UTC"))
                .newPage();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
