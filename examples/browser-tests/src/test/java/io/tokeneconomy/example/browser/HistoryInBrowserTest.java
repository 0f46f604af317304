package io.tokeneconomy.example.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reading the history while other things happen. */
class HistoryInBrowserTest extends ShopInBrowser {

    private static final String TRANSACTIONS = "**/api/tokens/transactions?**";
    private static final int FULL = 20;

    @Test
    void whatIsBookedMeanwhileLeavesTheReaderWhereHeIs() {
        signIn("rita");
        go("/tokens/buy");
        buy("$9.99");
        go("/tokens/history");
        page.locator("token-history summary").click();
        Locator link = page.getByText("Open the payment receipt");
        link.focus();
        Page elsewhere = page.context().newPage();
        elsewhere.navigate(shop.baseUrl().toString());
        elsewhere
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Generate a picture"))
                .click();

        assertThat(page.locator("token-history tbody tr .amount"))
                .hasText(List.of("-5", "+110").toArray(new String[0]));

        assertThat(link).isVisible();
        assertThat(link).isFocused();
        assertThat(page.locator("token-history p[role=status]")).containsText("2 entries");
        assertThat(complaints.take()).isEmpty();
    }

    @Test
    void anErrorOfTheNextPageGoesWhenThePageComes() {
        signIn("rolf");
        AtomicInteger asked = new AtomicInteger();
        page.route(TRANSACTIONS, route -> {
            switch (asked.incrementAndGet()) {
                case 1 -> fulfil(route, 2, FULL, "\"more\"");
                case 2 -> route.abort();
                default -> fulfil(route, 1, 1, "null");
            }
        });
        go("/tokens/history");
        assertThat(page.locator("token-history tbody tr[part]")).hasCount(FULL);

        page.locator("token-history .more").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("cannot be reached");
        complaints.take();
        Album.take(page, "history-more-failed");
        page.locator("token-history .more").click();

        assertThat(page.locator("token-history tbody tr[part]")).hasCount(FULL + 1);
        assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
        assertThat(page.locator("token-history tbody tr").last()).isFocused();
        assertThat(complaints.take()).isEmpty();
    }

    private static void fulfil(Route route, int oldest, int count, String next) {
        String entries = IntStream.range(0, count)
                .map(i -> oldest + count - 1 - i)
                .mapToObj(sequence -> "{\"sequence\":" + sequence + ",\"at\":\"2026-01-31T00:00:00Z\","
                        + "\"type\":\"GRANT\",\"amount\":1,\"balanceAfter\":" + sequence + "}")
                .collect(Collectors.joining(","));
        route.fulfill(new Route.FulfillOptions()
                .setContentType("application/json")
                .setBody("{\"transactions\":[" + entries + "],\"nextCursor\":" + next + "}"));
    }
}
