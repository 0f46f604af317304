package io.tokeneconomy.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.Funding;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Purchase;
import io.tokeneconomy.ledger.PurchaseDetails;
import io.tokeneconomy.ledger.Spend;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The hash format is frozen: ledgers written by one version are checked by every later one. When a hash here changes,
 * the change is wrong; a new format needs a new domain text, and the old one stays.
 */
class GoldenChainTest {

    private static final AccountId ACCOUNT = AccountId.of("user-\u00e9-\ud83e\ude99");
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123456789Z");

    @Test
    void theHashesOfAFixedHistoryNeverChange() {
        PureLedger ledger = new PureLedger();
        operations().forEach(operation -> ledger.apply(operation, NOW));
        ledger.apply(Spend.of(ACCOUNT, 1, IdempotencyKey.of("late")), Instant.parse("2400-01-01T00:00:00Z"));
        assertThat(ledger.history(ACCOUNT))
                .extracting(GoldenChainTest::line)
                .containsExactly(
                        "GRANT 16d1ff6bacb674f0ebc15d8d00d2ceb4db0886f6f903189116d4157cc22a163b"
                                + " 03f746a49b087b6033e37621a08737a846f4bcda23ace61dde8b642ab9864661",
                        "PURCHASE 29be66cb2ebde7b1786e4ba5d6c162a08140a1126262aede4ef50f3684e7f8b5"
                                + " d6243c42ba7ef5761959b60381b7a15380f284a53b0098c9a508b72cf968f370",
                        "SPEND aa58791d97e2ca89bc152f3153caa5f418c8984b2d5618aac283f5579b576158"
                                + " c80f06c81a888104f2401d3f313ca292b30e3cd14ea3dc0e83d098644573a9f9",
                        "GRANT ecf20afa8ec87f70d9c192bc678e6586bc7929fa2fed00b3e8eaac9806e3fce6"
                                + " 47a361dadbae15ef49074e2a7bf43511b01346ede7d9fbc5852393aaf482c598",
                        "EXPIRE 5701947ace93cf79dba681abdbed678999a42960bcc2998dea17e2ab760a167d"
                                + " a856178d98b8da36d2c3ba54a99e28fa628138c53b5047ffd49856c8e37ab7b3",
                        "SPEND 4935f5a29cbb48a012d441ac901621d845b78998517187f1b5aed0b9daf4fdb4"
                                + " ecf2afdd71431f07acf6242342c67aabe86a2411fd069ff3c21499b831739984");
    }

    private static List<Operation> operations() {
        Details full = new Details("", "Image \u201cmoon\u201d", Map.of("b", "2", "a", "", "\u00e4", "\ud83e\ude99"));
        LotTerms terms = new LotTerms(Instant.parse("2399-12-31T23:59:59.999999Z"), -7, Funding.PAID);
        PurchaseDetails sale =
                new PurchaseDetails("ord_1", "popular", Money.of(999, "usd"), "cs_test_1", null, "cus_1");
        return List.of(
                new Grant(ACCOUNT, 100, IdempotencyKey.of("grant"), terms, full),
                new Purchase(ACCOUNT, 110, IdempotencyKey.reserved("purchase", "ord_1"), sale, Details.NONE),
                new Spend(ACCOUNT, 50, IdempotencyKey.of("spend"), full.withReference("img-42")),
                Grant.of(ACCOUNT, 1_000_000_000_000L, IdempotencyKey.of("most")));
    }

    private static String line(LedgerEntry entry) {
        return entry.type() + " " + entry.seal().fingerprint() + " "
                + entry.seal().hash();
    }
}
