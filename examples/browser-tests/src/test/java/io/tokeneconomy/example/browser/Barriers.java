package io.tokeneconomy.example.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;

/** WCAG 2.2 AA and good practice, as far as a machine can tell. */
final class Barriers {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private Barriers() {}

    /** @param state what the page shows */
    static void assertNone(Page page, String state) {
        assertNone(new AxeBuilder(page), state);
    }

    /** @param frames whose content somebody else answers for */
    static void assertNoneOutside(String frames, Page page, String state) {
        assertNone(new AxeBuilder(page).exclude(frames), state);
    }

    private static void assertNone(AxeBuilder axe, String state) {
        assertThat(axe.withTags(RULES).analyze().getViolations())
                .as(state)
                .extracting(Rule::toString)
                .isEmpty();
    }
}
