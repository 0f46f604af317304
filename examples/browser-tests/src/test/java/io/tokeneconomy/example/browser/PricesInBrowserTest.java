package io.tokeneconomy.example.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is charged is what stands there, whatever decimals a browser thinks a currency has. */
class PricesInBrowserTest extends ShopInBrowser {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    usd | 9.99    | 110 | $9.99        | $0.0908
                    pkr | 499.50  | 50  | PKR 499.50   | PKR 9.99
                    huf | 1990.00 | 100 | HUF 1,990.00 | HUF 19.90
                    idr | 5000.50 | 100 | IDR 5,000.50 | IDR 50.005
                    jpy | 500     | 110 | ¥500         | ¥4.55
                    kwd | 5.120   | 100 | KWD 5.120    | KWD 0.0512
                    isk | 500.00  | 100 | ISK 500      | ISK 5
                    """)
    void noPriceIsRounded(String currency, String amount, int tokens, String price, String each) {
        signIn("paula-" + currency);
        page.route(
                "**/api/tokens/packages?**",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"packages\":[{\"id\":\"one\",\"name\":\"One\",\"description\":\"One\",\"bonus\":0,"
                                + "\"tokens\":" + tokens + ",\"amount\":\"" + amount + "\",\"currency\":\"" + currency
                                + "\",\"highlighted\":false}]}")));

        go("/");

        assertThat(page.locator("token-packages .money")).hasText(price);
        assertThat(page.locator("token-packages small")).hasText(each + " per token");
    }
}
