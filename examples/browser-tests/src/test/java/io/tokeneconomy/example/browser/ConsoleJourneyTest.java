package io.tokeneconomy.example.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.tokeneconomy.example.quickstart.Shop;
import java.net.URI;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What an operator does in the console of the quickstart's shop. */
class ConsoleJourneyTest extends ConsoleInBrowser {

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
}
