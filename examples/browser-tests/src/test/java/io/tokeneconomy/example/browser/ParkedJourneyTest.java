package io.tokeneconomy.example.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import io.tokeneconomy.example.quickstart.Shop;
import java.net.URI;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Payments that wait for a person: one goes back, one is somebody else's affair; and one history is verified. */
class ParkedJourneyTest extends ConsoleInBrowser {

    @Test
    void anOperatorRefundsOnePaymentAndDismissesAnother() throws Exception {
        URI sandbox = buyAs("alice");
        payWithoutOrder(sandbox);
        payWithoutOrder(sandbox);
        signIn(Shop.OPERATOR);
        console("parked");
        assertThat(page.locator("ul.parked > li")).hasCount(2);

        refund();
        dismiss();

        assertThat(page.locator("main")).containsText("No payment waits for anybody.");
        verifyAlice();
        link("Operators’ log").click();
        assertThat(page.locator("tbody tr")).containsText(new String[] {
            "verification of alice", "dismissal of parked cs_test_", "refund of parked cs_test_"
        });
        assertThat(page.locator("tbody")).containsText("Credited in the old shop");
        assertThat(complaints.take()).isEmpty();
    }

    private void refund() {
        link(Pattern.compile("^Refund")).first().click();
        page.getByLabel("Reason").fill("Nobody ordered this");
        button("Review the refund").click();
        assertThat(page.locator("main")).containsText("All that is left of it goes back to the payer.");
        button("Refund the payment").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("is asked for");
        assertThat(page.locator("ul.parked > li")).hasCount(1);
        look("refunded");
    }

    private void dismiss() {
        link(Pattern.compile("^Dismiss")).click();
        look("dismiss");
        page.getByLabel("Reason").fill("Credited in the old shop");
        button("Review the dismissal").click();
        assertThat(page.locator("main")).containsText("Neither tokens nor money move");
        look("dismiss-review");
        button("Dismiss the payment").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Dismissed: cs_test_");
        look("dismissed");
    }

    private void verifyAlice() {
        console("customer?account=alice");
        button("Verify this history").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Intact: 1 entry");
        look("verified");
    }
}
