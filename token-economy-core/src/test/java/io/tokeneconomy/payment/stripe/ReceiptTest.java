package io.tokeneconomy.payment.stripe;

import static io.tokeneconomy.payment.stripe.SandboxShop.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.payment.CheckoutOptions;
import io.tokeneconomy.payment.sandbox.PayOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The receipt that Stripe keeps of a sale. */
class ReceiptTest {

    @Test
    void theBuyerOfAPaidCheckoutFindsItsReceipt() throws Exception {
        try (SandboxShop shop = new SandboxShop(CheckoutOptions.NONE, builder -> builder)) {
            String session = shop.begin();
            assertThat(shop.economy().checkout().receiptUrl(ALICE, session)).isEmpty();
            shop.sandbox().pay(session, "4242424242424242");
            shop.awaitDeliveries();

            String receipt =
                    shop.economy().checkout().receiptUrl(ALICE, session).orElseThrow();

            HttpResponse<String> page = get(receipt);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("Receipt", "$9.99", "Visa ···· 4242")
                    .doesNotContain("Refunded");
            shop.refund(session, 250);
            assertThat(get(receipt).body()).contains("Refunded", "$2.50");
            assertThat(shop.economy().checkout().receiptUrl(AccountId.of("bob"), session))
                    .isEmpty();
            assertThat(get(receipt + "x").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aSaleForNothingHasNone() throws Exception {
        CheckoutOptions codes = CheckoutOptions.NONE.with(CheckoutOptions.Feature.PROMOTION_CODES);
        try (SandboxShop shop = new SandboxShop(codes, builder -> builder)) {
            shop.code("FREE", 100);
            String session = shop.begin();
            shop.sandbox().pay(session, PayOptions.card("4242424242424242").promotionCode("FREE"));
            shop.awaitDeliveries();

            assertThat(shop.balance()).isEqualTo(110);
            assertThat(shop.economy().checkout().receiptUrl(ALICE, session)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "in_1|/v1/invoices/in_1|{'id':'in_1','object':'invoice','hosted_invoice_url':'https://i.example/1'}",
                "pi_1|/v1/payment_intents/pi_1?expand[0]=latest_charge|{'id':'pi_1','object':'payment_intent',"
                        + "'latest_charge':{'id':'ch_1','object':'charge','receipt_url':'https://i.example/1'}}"
            })
    void invoicesAndPaymentsWithoutACheckoutHaveOneToo(String sale, String asked, String answer) {
        try (FakeStripe stripe = new FakeStripe()) {
            StripeGateway gateway = StripeGateway.builder()
                    .secretKey("sk_test_sandbox")
                    .webhookSecrets("whsec_1")
                    .apiBase(stripe.base())
                    .build();
            stripe.answers(200, answer.replace('\'', '"'));

            assertThat(gateway.receiptUrl(sale)).contains("https://i.example/1");
            FakeStripe.Request sent = stripe.onlyRequest();
            assertThat(sent.method() + " " + sent.path()).isEqualTo("GET " + asked);
            assertThat(gateway.receiptUrl("ch_1")).isEmpty();
        }
    }

    private static HttpResponse<String> get(String address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }
}
