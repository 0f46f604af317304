package io.tokeneconomy.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.tokeneconomy.payment.sandbox.StripeSandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Buying and spending, by HTTP alone. */
@SuppressWarnings("NullAway.Init")
class PurchaseTest {

    @TempDir
    Path data;

    Shop shop;
    Buyer alice;

    @BeforeEach
    void open() throws IOException {
        shop = Shops.open(Shops.alone(data));
        alice = Buyer.signIn(shop.baseUrl(), "alice");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aPaidPackageIsInTheBalanceAndTheHistoryWhenTheBuyerComesBack() throws IOException {
        Buyer.Checkout checkout = alice.checkout("popular");
        HttpResponse<String> paid = Http.pay(checkout.url(), "4242424242424242");

        assertThat(paid.statusCode()).isEqualTo(303);
        URI back = URI.create(paid.headers().firstValue("Location").orElseThrow());
        assertThat(back).hasToString(shop.baseUrl() + "/tokens/success?session_id=" + checkout.id());
        HttpResponse<String> success = alice.get(back.getPath() + "?" + back.getQuery());
        assertThat(success.statusCode()).isEqualTo(200);
        assertThat(success.body()).contains("110");
        assertThat(alice.balance()).isEqualTo(110);
        assertThat(alice.transactions()).singleElement().satisfies(entry -> {
            assertThat(entry.get("sequence").getAsLong()).isEqualTo(1);
            assertThat(entry.get("type").getAsString()).isEqualTo("PURCHASE");
            assertThat(entry.get("amount").getAsLong()).isEqualTo(110);
            assertThat(entry.get("balanceAfter").getAsLong()).isEqualTo(110);
            assertThat(entry.get("package").getAsString()).isEqualTo("popular");
            assertThat(entry.get("amountMinor").getAsLong()).isEqualTo(999);
            assertThat(entry.get("currency").getAsString()).isEqualTo("usd");
            assertThat(entry.get("stripeSessionId").getAsString()).isEqualTo(checkout.id());
            assertThat(entry.get("at").getAsString()).endsWith("Z");
        });
    }

    @Test
    void theCatalogIsOnSaleWithoutSignIn() throws IOException {
        JsonObject answer = Buyer.json(Http.send(Http.request(shop.baseUrl().resolve("/api/tokens/packages"))));

        List<JsonObject> packages = Buyer.objects(answer.get("packages"));
        assertThat(packages)
                .extracting(offer -> offer.get("id").getAsString())
                .containsExactly("starter", "popular", "pro", "creator");
        assertThat(packages.get(1).get("price").getAsString()).isEqualTo("$9.99");
    }

    @Test
    void aDeclinedCardBuysNothingAndAnotherCardStillCan() throws IOException {
        Buyer.Checkout checkout = alice.checkout("starter");

        HttpResponse<String> declined = Http.pay(checkout.url(), "4000000000000002");

        assertThat(declined.statusCode()).isEqualTo(402);
        assertThat(declined.body()).contains("declined");
        assertThat(alice.balance()).isZero();
        assertThat(Http.pay(checkout.url(), "4242424242424242").statusCode()).isEqualTo(303);
        assertThat(alice.balance()).isEqualTo(50);
    }

    @Test
    void generatingSpendsFiveOncePerKey() throws IOException {
        alice.buy("starter");

        assertThat(alice.generate("one").body()).isEqualTo("{\"spent\":5,\"balance\":45,\"replayed\":false}");
        assertThat(alice.generate("one").body()).isEqualTo("{\"spent\":5,\"balance\":45,\"replayed\":true}");
        assertThat(alice.generate("two words").body()).contains("\"balance\":40", "\"replayed\":false");
        assertThat(alice.post(GenerateServlet.PATH, "").body()).contains("\"balance\":35");
        assertThat(alice.post(GenerateServlet.PATH, "").body()).contains("\"balance\":30");
    }

    @Test
    void anotherUsersKeyIsAnotherKey() throws IOException {
        Buyer bob = Buyer.signIn(shop.baseUrl(), "bob");
        alice.buy("starter");
        bob.buy("starter");
        alice.generate("same");

        assertThat(bob.generate("same").body()).contains("\"replayed\":false");
    }

    @Test
    void tooFewTokensAreAnsweredWithBothNumbers() throws IOException {
        HttpResponse<String> refused = alice.generate("early");

        assertThat(refused.statusCode()).isEqualTo(402);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonObject problem = JsonParser.parseString(refused.body()).getAsJsonObject();
        assertThat(problem.get("code").getAsString()).isEqualTo("insufficient_tokens");
        assertThat(problem.get("available").getAsLong()).isZero();
        assertThat(problem.get("required").getAsLong()).isEqualTo(5);
    }

    @Test
    void aKeyMustBePrintableAndNotTooLong() throws IOException {
        alice.buy("starter");

        assertThat(alice.generate("x".repeat(200)).statusCode()).isEqualTo(200);
        assertThat(alice.generate("x".repeat(201)).statusCode()).isEqualTo(400);
        assertThat(alice.generate("").statusCode()).isEqualTo(400);
    }

    @Test
    void aPaymentThatComesLaterIsCreditedWhenItComes(@TempDir Path otherData) throws Exception {
        try (StripeSandbox sandbox = StripeSandbox.builder().start();
                Shop other = Shops.open(Shops.beside(sandbox, otherData))) {
            sandbox.webhook(Shops.webhook(other.baseUrl()), Shops.SECRET);
            Buyer carol = Buyer.signIn(other.baseUrl(), "carol");
            Buyer.Checkout checkout = carol.checkout("popular");

            assertThat(Http.pay(checkout.url(), "pay_later").statusCode()).isEqualTo(303);
            assertThat(carol.balance()).isZero();
            sandbox.settle(checkout.id(), true);

            Eventually.holds("the late money is credited", () -> carol.balance() == 110);
        }
    }
}
