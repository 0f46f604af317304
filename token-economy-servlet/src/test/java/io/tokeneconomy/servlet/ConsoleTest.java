package io.tokeneconomy.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The operator's console: who gets in, and what its forms book. */
class ConsoleTest {

    private final Operator carol = Operator.in(Operator.shop(Container::jetty));

    @AfterEach
    void close() {
        carol.shop().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tokens/admin", "/tokens/admin/", "/tokens/admin/customers", "/tokens/admin/nothing"})
    void forEverybodyElseTheHostAnswers(String path) {
        assertThat(carol.shop().browser("mallory").get(path).body()).isEqualTo("host " + path + " REQUEST");
        assertThat(carol.shop().browser(null).get(path).body()).isEqualTo("host " + path + " REQUEST");
        assertThat(carol.shop().browser("mallory").post(path, "").body()).startsWith("host ");
    }

    @Test
    void withoutSettingsThereIsNoConsole() {
        try (Shop plain = Shop.open()) {
            assertThat(plain.browser("carol").get("/tokens/admin/").body()).startsWith("host ");
        }
    }

    @Test
    void pagesAreStrictAndKeptNowhere() {
        Answer page = carol.get("");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.body()).doesNotContain("style=").doesNotContainPattern("<script(?! type=\"module\" src)");
        assertThat(carol.shop().browser("carol").get("/tokens/admin").header("Location"))
                .isEqualTo("admin/");
    }

    @Test
    void filesAreKeptForEverUnderTheirHash() throws Exception {
        for (String ending : List.of("css", "js")) {
            String path = Operator.found(carol.get("").body(), "assets/console-[0-9a-f]{16}\\." + ending);
            Answer file = carol.get(path);
            assertThat(file.status()).isEqualTo(200);
            assertThat(file.header("Cache-Control")).contains("immutable");
            assertThat(carol.get("").body()).contains(path + "\" integrity=\"" + integrity(file.body()) + "\"");
            assertThat(carol.get(path.replaceAll("-[0-9a-f]{16}", "-0000000000000000"))
                            .status())
                    .isEqualTo(404);
        }
    }

    private static String integrity(String content) throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-384").digest(content.getBytes(StandardCharsets.UTF_8));
        return "sha384-" + Base64.getEncoder().encodeToString(digest);
    }

    @Test
    void aGiftIsReviewedAndThenAnAuditedEntry() {
        carol.shop().grant("alice", 10, "first");
        Map<String, String> form = carol.form("customer?account=alice", "granted", "50", "grant-reason", "sorry");
        Answer review = carol.post("grant", form);
        assertThat(review.status()).isEqualTo(200);
        assertThat(review.body()).contains("10 → 60");
        assertThat(carol.entries("alice")).hasSize(1);

        Answer booked = carol.confirm("grant", form);
        assertThat(booked.status()).isEqualTo(303);
        LedgerEntry entry = carol.entries("alice").get(0);
        assertThat(entry.type()).isEqualTo(EntryType.GRANT);
        assertThat(entry.amount()).isEqualTo(50);
        assertThat(entry.details().description()).isEqualTo("sorry");
        assertThat(entry.details().metadata()).containsExactlyEntriesOf(Map.of(Audit.ACTOR, "carol"));
        assertThat(carol.get(booked.header("Location")).body()).contains("Booked: +50 tokens");
    }

    @Test
    void aFormPostedTwiceBooksOnce() {
        Map<String, String> form = carol.form("customer?account=alice", "granted", "50", "grant-reason", "sorry");
        assertThat(carol.confirm("grant", form).header("Location"))
                .isEqualTo(carol.confirm("grant", form).header("Location"));
        assertThat(carol.entries("alice")).hasSize(1);
    }

    @Test
    void aFormThatIsChangedAfterItWasBookedIsRefused() {
        Map<String, String> form = carol.form("customer?account=alice", "granted", "50", "grant-reason", "sorry");
        carol.confirm("grant", form);
        form.put("granted", "51");
        Answer refused = carol.confirm("grant", form);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("already names another operation");
        assertThat(carol.entries("alice")).hasSize(1);
    }

    @Test
    void aGiftMayExpire() {
        carol.confirm(
                "grant",
                carol.form(
                        "customer?account=alice", "granted", "5", "grant-reason", "spring", "expires", "9000-05-31"));
        assertThat(carol.shop()
                        .economy
                        .ledger()
                        .lots(Operator.ALICE)
                        .get(0)
                        .terms()
                        .expiresAt())
                .hasToString("9000-06-01T00:00:00Z");
    }

    @Test
    void aCorrectionIsAnAuditedEntryInBothDirections() {
        carol.shop().grant("alice", 10, "first");
        Map<String, String> form = carol.form("customer?account=alice", "change", "−4", "adjust-reason", "typo");
        assertThat(carol.post("adjust", form).body()).contains("10 → 6");
        carol.confirm("adjust", form);
        LedgerEntry entry = carol.entries("alice").get(0);
        assertThat(entry.type()).isEqualTo(EntryType.ADJUST);
        assertThat(entry.amount()).isEqualTo(-4);
        assertThat(entry.details().description()).isEqualTo("typo");
        assertThat(entry.details().metadata()).containsEntry(Audit.ACTOR, "carol");
    }

    @Test
    void whatTheLedgerRefusesIsToldAndNotBooked() {
        carol.shop().grant("alice", 10, "first");
        Answer refused =
                carol.confirm("adjust", carol.form("customer?account=alice", "change", "-11", "adjust-reason", "typo"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("has 10 tokens available, 11 are required");
        assertThat(carol.entries("alice")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "0, sorry, granted",
        "-1, sorry, granted",
        "1.5, sorry, granted",
        "1000000000001, sorry, granted",
        "99999999999999999999, sorry, granted",
        "'', sorry, granted",
        "5, '', grant-reason",
        "5, 'two\nlines', grant-reason"
    })
    void badInputIsNamedAndKept(String tokens, String reason, String field) {
        Answer refused =
                carol.confirm("grant", carol.form("customer?account=alice", "granted", tokens, "grant-reason", reason));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Nothing was booked", "href=\"#" + field + "\"", "aria-invalid=\"true\"");
        assertThat(carol.entries("alice")).isEmpty();
    }

    @Test
    void theLimitsThemselvesAreTaken() {
        String reason = "r".repeat(300);
        assertThat(carol.confirm(
                                "grant",
                                carol.form(
                                        "customer?account=alice",
                                        "granted",
                                        "1,000,000,000,000",
                                        "grant-reason",
                                        reason))
                        .status())
                .isEqualTo(303);
        assertThat(carol.confirm(
                                "grant",
                                carol.form("customer?account=alice", "granted", "1", "grant-reason", reason + "r"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void whatOthersWroteIsText() {
        carol.shop().grant("<script>alert(1)</script>", 1, "first");
        String body = carol.get("customers?q=%3Cscript").body();
        assertThat(body).doesNotContain("<script>alert").contains("&lt;script&gt;alert");
        assertThat(carol.get("customer?account=%3Cscript%3Ealert(1)%3C%2Fscript%3E")
                        .body())
                .doesNotContain("<script>alert");
    }

    @Test
    void customersAreFoundByTheirBeginningPageByPage() {
        for (int i = 100; i < 130; i++) {
            carol.shop().grant("user-" + i, 1, "first-" + i);
        }
        carol.shop().grant("other", 1, "other");
        String first = carol.get("customers?q=user-").body();
        assertThat(first).contains("user-100", "user-124").doesNotContain("user-125", ">other<");
        String next = Operator.found(first, "customers\\?q=user-&amp;after=user-124");
        assertThat(carol.get(next.replace("&amp;", "&")).body())
                .contains("user-125", "user-129")
                .doesNotContain("user-124<");
        assertThat(carol.get("customers?q=nobody").body()).contains("No customer");
    }

    @Test
    void aStatementHasPages() {
        for (int i = 0; i < 30; i++) {
            carol.shop().grant("alice", 1, "first-" + i);
        }
        String first = carol.get("customer?account=alice").body();
        assertThat(first).contains("first-29<", "first-5<").doesNotContain("first-4<");
        String older = Operator.found(first, "customer\\?account=alice&amp;cursor=s[0-9]+");
        assertThat(carol.get(older.replace("&amp;", "&")).body()).contains("first-4<", "first-0<");
        assertThat(carol.get("customer?account=alice&cursor=x").status()).isEqualTo(400);
    }

    @Test
    void whatIsNotThereIsTold() {
        assertThat(carol.get("nothing").status()).isEqualTo(404);
        assertThat(carol.get("grant").status()).isEqualTo(405);
        assertThat(carol.post("customers", Map.of("csrf", carol.csrf())).status())
                .isEqualTo(405);
        assertThat(carol.get("customer").status()).isEqualTo(400);
        assertThat(carol.get("customers?q=a&q=b").status()).isEqualTo(400);
    }

    @Test
    void aStoreThatIsDownIsToldAsSuch() {
        carol.shop().store.trouble = StoreException.unavailable("down", null);
        assertThat(carol.get("customers").status()).isEqualTo(503);
    }
}
