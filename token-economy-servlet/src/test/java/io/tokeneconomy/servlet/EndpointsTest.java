package io.tokeneconomy.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.tokeneconomy.checkout.CheckoutSettings;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Spend;
import io.tokeneconomy.payment.CheckoutOptions;
import io.tokeneconomy.payment.CheckoutSession;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.options().economy(e -> e.time(() -> NOW)).open();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void packagesAreThereForAnybodyInTheCatalogsOrder() {
        Answer answer = shop.browser(null).get("/api/tokens/packages");

        assertThat(answer.status()).isEqualTo(200);
        JsonArray packages = answer.field("packages").getAsJsonArray();
        assertThat(packages)
                .extracting(p -> p.getAsJsonObject().get("id").getAsString())
                .containsExactly("starter", "popular", "pro", "creator");
        assertThat(packages.get(1)).isEqualTo(JsonParser.parseString("""
                {"id":"popular","name":"Popular","description":"Most popular (10% bonus)","tokens":110,"bonus":10,
                 "amountMinor":999,"amount":"9.99","currency":"usd","price":"$9.99","highlighted":true}"""));
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("application/json;charset=utf-8");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, max-age=60");
    }

    @Test
    void sessionNamesTheUserAndItsToken() {
        Answer answer = shop.browser("älice \"x\"").get("/api/tokens/session");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("user")).isEqualTo("älice \"x\"");
        JsonObject csrf = answer.field("csrf").getAsJsonObject();
        assertThat(csrf.get("header").getAsString()).isEqualTo("X-CSRF-Token");
        assertThat(csrf.get("token").getAsString()).matches("[A-Za-z0-9_-]{64}");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void checkoutAnswersIdAddressAndEnd() {
        Answer answer = shop.signedIn("alice").post("/api/tokens/create-checkout-session", "{\"package\":\"popular\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().keySet()).containsExactly("id", "url", "expiresAt");
        assertThat(answer.text("id")).startsWith("cs_test_");
        assertThat(answer.text("url")).isEqualTo("https://pay.example/" + answer.text("id"));
        assertThat(answer.text("expiresAt")).isEqualTo("2026-11-23T09:00:00Z");
    }

    @Test
    void anEmbeddedCheckoutAnswersItsSecretAndNoAddress() {
        CheckoutSettings settings = CheckoutSettings.at(URI.create("http://localhost:8080"))
                .withOptions(CheckoutOptions.NONE.withPlacement(CheckoutOptions.Placement.EMBEDDED));
        try (Shop embedding = Shop.options().economy(e -> e.checkout(settings)).open()) {
            Answer answer = embedding
                    .signedIn("alice")
                    .post("/api/tokens/create-checkout-session", "{\"package\":\"popular\"}");

            assertThat(answer.json().keySet()).containsExactly("id", "url", "clientSecret", "expiresAt");
            assertThat(answer.field("url").isJsonNull()).isTrue();
            assertThat(answer.text("clientSecret")).isEqualTo(answer.text("id") + "_secret_1");
        }
    }

    @Test
    void balanceShowsAllFourNumbers() {
        shop.grant("alice", 110, "g");

        Answer answer = shop.browser("alice").get("/api/tokens/balance");

        assertThat(answer.json())
                .isEqualTo(JsonParser.parseString("{\"balance\":110,\"available\":110,\"held\":0,\"debt\":0}"));
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void amountsAreIntegersHoweverLarge() {
        for (int i = 0; i < 9; i++) {
            shop.grant("alice", 999_999_999_999L, "g" + i);
        }

        assertThat(shop.browser("alice").get("/api/tokens/balance").body()).contains("\"balance\":8999999999991,");
    }

    @Test
    void aPurchaseIsShownWithItsSale() {
        CheckoutSession session = shop.checkout("alice", "popular");
        shop.gateway.pay(session.id());
        shop.economy.checkout().confirm(AccountId.of("alice"), session.id());

        Answer answer = shop.browser("alice").get("/api/tokens/transactions");

        assertThat(answer.json()).isEqualTo(JsonParser.parseString("""
                {"transactions":[{"sequence":1,"type":"PURCHASE","amount":110,"balanceAfter":110,
                 "description":"Popular package","package":"popular","packageName":"Popular","amountMinor":999,"currency":"usd","priceAmount":"9.99",
                 "price":"$9.99","stripeSessionId":"%s","reference":null,"at":"2026-11-22T10:00:00Z"}],
                 "nextCursor":null}""".formatted(session.id())));
    }

    @Test
    void whatIsNoSaleHasNullsAndKeepsTheHostsMetadataInside() {
        AccountId alice = AccountId.of("alice");
        Details details = new Details("ref-1", "Welcome <b>", Map.of("internal", "secret-note"));
        shop.economy
                .ledger()
                .apply(Grant.of(alice, 10, IdempotencyKey.of("g")).withDetails(details))
                .orElseThrow();
        shop.economy.ledger().apply(Spend.of(alice, 4, IdempotencyKey.of("s"))).orElseThrow();

        Answer answer = shop.browser("alice").get("/api/tokens/transactions");

        JsonArray all = answer.field("transactions").getAsJsonArray();
        assertThat(all.get(0)).isEqualTo(JsonParser.parseString("""
                {"sequence":2,"type":"SPEND","amount":-4,"balanceAfter":6,"description":null,"package":null,
                 "packageName":null,"amountMinor":null,"currency":null,"price":null,"priceAmount":null,"stripeSessionId":null,"reference":null,
                 "at":"2026-11-22T10:00:00Z"}"""));
        assertThat(all.get(1).getAsJsonObject().get("description").getAsString())
                .isEqualTo("Welcome <b>");
        assertThat(all.get(1).getAsJsonObject().get("reference").getAsString()).isEqualTo("ref-1");
        assertThat(answer.body()).doesNotContain("secret-note").doesNotContain("<b>");
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        for (int i = 1; i <= 5; i++) {
            shop.grant("alice", i, "g" + i);
        }
        Browser alice = shop.browser("alice");

        Answer first = alice.get("/api/tokens/transactions?limit=2");
        Answer second = alice.get("/api/tokens/transactions?limit=2&cursor=" + first.text("nextCursor"));
        Answer third = alice.get("/api/tokens/transactions?limit=2&cursor=" + second.text("nextCursor"));

        assertThat(sequences(first)).containsExactly(5L, 4L);
        assertThat(sequences(second)).containsExactly(3L, 2L);
        assertThat(sequences(third)).containsExactly(1L);
        assertThat(third.field("nextCursor").isJsonNull()).isTrue();
    }

    @Test
    void aPageHasTwentyUnlessAskedOtherwise() {
        for (int i = 0; i < 101; i++) {
            shop.grant("alice", 1, "g" + i);
        }
        Browser alice = shop.browser("alice");

        assertThat(sequences(alice.get("/api/tokens/transactions"))).hasSize(20);
        assertThat(sequences(alice.get("/api/tokens/transactions?limit=1"))).hasSize(1);
        assertThat(sequences(alice.get("/api/tokens/transactions?limit=100"))).hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "1.0", "", "x", "99999999999", "+5", "٣"})
    void limitIsOneToAHundred(String limit) {
        Answer answer = shop.browser("alice").get("/api/tokens/transactions?limit=" + encoded(limit));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("code")).isEqualTo("invalid_limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s0", "5", "s-1", "s9999999999999999999", "S5", "<b>"})
    void aCursorThatNobodyGaveIsRefused(String cursor) {
        Answer answer = shop.browser("alice").get("/api/tokens/transactions?cursor=" + encoded(cursor));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("code")).isEqualTo("invalid_cursor");
    }

    @Test
    void nobodySeesTheHistoryOfAnother() {
        shop.grant("bob", 5, "g");

        assertThat(sequences(shop.browser("alice").get("/api/tokens/transactions")))
                .isEmpty();
    }

    private static long[] sequences(Answer answer) {
        return answer.field("transactions").getAsJsonArray().asList().stream()
                .mapToLong(t -> t.getAsJsonObject().get("sequence").getAsLong())
                .toArray();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
