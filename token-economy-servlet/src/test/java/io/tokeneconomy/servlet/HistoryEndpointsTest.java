package io.tokeneconomy.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Spend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryEndpointsTest {

    private static final AccountId ALICE = AccountId.of("alice");

    private Shop shop;
    private Browser alice;

    @BeforeEach
    void open() {
        shop = Shop.open();
        alice = shop.browser("alice");
        String id = shop.checkout("alice", "popular").id();
        shop.gateway.pay(id);
        shop.economy.checkout().confirm(ALICE, id);
        spend(5, "=1+1, \"quoted\"");
        shop.grant("alice", 7, "gift");
        shop.grant("bob", 9, "other");
    }

    private void spend(long amount, String description) {
        IdempotencyKey key = IdempotencyKey.of("s" + description.hashCode());
        shop.economy
                .ledger()
                .apply(Spend.of(ALICE, amount, key).withDescription(description))
                .orElseThrow();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void onlyEntriesOfTheTypesAskedForAreShown() {
        assertThat(sequences("?type=PURCHASE")).isEqualTo("1");
        assertThat(sequences("?type=SPEND,GRANT")).isEqualTo("3 2");
        assertThat(sequences("?type=")).isEqualTo("3 2 1");
        assertThat(sequences("?from=2000-01-01T00:00:00Z")).isEqualTo("3 2 1");
        assertThat(sequences("?until=2000-01-01T00:00:00Z")).isEmpty();
    }

    private String sequences(String query) {
        StringBuilder sequences = new StringBuilder();
        alice.get("/api/tokens/transactions" + query)
                .field("transactions")
                .getAsJsonArray()
                .forEach(entry -> sequences
                        .append(' ')
                        .append(entry.getAsJsonObject().get("sequence").getAsInt()));
        return sequences.toString().strip();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?type=purchase",
                "?type=PURCHASE,,SPEND",
                "?from=yesterday",
                "?until=1",
                "?from=0001-01-01T00:00:00Z"
            })
    void aFilterThatIsNoneIsRefusedWithItsName(String query) {
        for (String path : new String[] {"/api/tokens/transactions", "/api/tokens/transactions.csv"}) {
            Answer answer = alice.get(path + query);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text("detail")).contains(query.substring(1, query.indexOf('=')));
        }
    }

    @Test
    void purchasesAreShownWithThePackagesNameAndAnExactPrice() {
        String purchase =
                alice.get("/api/tokens/transactions?type=PURCHASE&lang=de").body();

        assertThat(purchase).contains("\"packageName\":\"Beliebt\"", "\"priceAmount\":\"9.99\"");
    }

    @Test
    void theFileHasEveryEntryOfTheUserAndNothingThatASpreadsheetWouldRun() {
        Answer csv = alice.get("/api/tokens/transactions.csv");

        assertThat(csv.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=utf-8");
        assertThat(csv.header("Content-Disposition")).isEqualTo("attachment; filename=\"tokens.csv\"");
        assertThat(csv.header("X-Truncated")).isEqualTo("false");
        assertThat(csv.header("Cache-Control")).isEqualTo("no-store");
        String[] lines = csv.body().split("\r\n");
        assertThat(lines).hasSize(4);
        assertThat(lines[0])
                .isEqualTo("number,time,type,tokens,balance,description,reference,package,price,currency,payment");
        assertThat(lines[1]).matches("3,[^,]+,GRANT,7,112,,,,,,");
        assertThat(lines[2]).matches("2,[^,]+,SPEND,-5,105,\"'=1\\+1, \"\"quoted\"\"\",,,,,");
        assertThat(lines[3]).matches("1,[^,]+,PURCHASE,110,110,\"[^\"]+\",[^,]*,\"Popular\",9\\.99,usd,\"cs_[^\"]+\"");
        assertThat(alice.get("/api/tokens/transactions.csv?type=GRANT").body().split("\r\n"))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=", "+", "-", "@", "'", "\uff1d", "\uff0b", "\uff0d", "\uff20"})
    void noTextBeginsAFormulaInAnySpreadsheet(String start) {
        spend(1, start + "1");

        assertThat(alice.get("/api/tokens/transactions.csv").body()).contains(",\"'" + start + "1\",");
    }

    @Test
    void theFileEndsAtItsLimitAndSaysSo() {
        try (Shop small = Shop.options().filter(f -> f.mostCsvRows(100)).open()) {
            for (int i = 0; i < 100; i++) {
                small.grant("alice", 1, "g" + i);
            }
            Answer full = small.browser("alice").get("/api/tokens/transactions.csv");
            assertThat(full.header("X-Truncated")).isEqualTo("false");
            assertThat(full.body().split("\r\n")).hasSize(101);

            small.grant("alice", 1, "more");
            Answer cut = small.browser("alice").get("/api/tokens/transactions.csv");
            assertThat(cut.header("X-Truncated")).isEqualTo("true");
            assertThat(cut.header("Content-Disposition")).contains("tokens-newest-100.csv");
            assertThat(cut.body().split("\r\n")).hasSize(101);
        }
    }

    @Test
    void nobodyGetsAFileWithoutSigningIn() {
        assertThat(shop.browser(null).get("/api/tokens/transactions.csv").status())
                .isEqualTo(401);
    }
}
