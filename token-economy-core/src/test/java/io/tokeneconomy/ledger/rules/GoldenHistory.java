package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.AccountStatus;
import io.tokeneconomy.ledger.Adjustment;
import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.ledger.Capture;
import io.tokeneconomy.ledger.Clawback;
import io.tokeneconomy.ledger.ClawbackPolicy;
import io.tokeneconomy.ledger.Closure;
import io.tokeneconomy.ledger.Configuration;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.Digest;
import io.tokeneconomy.ledger.ExtendHold;
import io.tokeneconomy.ledger.Funding;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.MeterRate;
import io.tokeneconomy.ledger.MeteredSpend;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Period;
import io.tokeneconomy.ledger.PlaceHold;
import io.tokeneconomy.ledger.Purchase;
import io.tokeneconomy.ledger.PurchaseDetails;
import io.tokeneconomy.ledger.Reinstatement;
import io.tokeneconomy.ledger.Release;
import io.tokeneconomy.ledger.Spend;
import io.tokeneconomy.ledger.SpendLimit;
import io.tokeneconomy.ledger.Transfer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A fixed history with every operation in it, whose hashes must never change. */
final class GoldenHistory {

    static final String NAME = "user-\u00e9-\ud83e\ude99";
    static final AccountId ACCOUNT = AccountId.of(NAME);
    static final AccountId FRIEND = AccountId.of("friend");
    static final Digest SALT = Digest.ofHex("01".repeat(32));
    static final Digest FRIENDS_SALT = Digest.ofHex("02".repeat(32));
    static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123456789Z");
    static final Instant LATER = Instant.parse("2400-01-01T00:00:00Z");

    static final Details FULL =
            new Details("", "Image \u201cmoon\u201d", Map.of("b", "2", "a", "", "\u00e4", "\ud83e\ude99"));

    private static final Audit AUDIT = new Audit("eve", "by hand");

    private GoldenHistory() {}

    static PureLedger book() {
        PureLedger ledger = new PureLedger(account -> account.equals(ACCOUNT) ? SALT : FRIENDS_SALT);
        operations().forEach(operation -> ledger.apply(operation, NOW).orElseThrow());
        ending().forEach(operation -> ledger.apply(operation, LATER).orElseThrow());
        return ledger;
    }

    private static List<Operation> operations() {
        LotTerms terms = new LotTerms(Instant.parse("2399-12-31T23:59:59.999999Z"), -7, Funding.PAID);
        PurchaseDetails sale =
                new PurchaseDetails("ord_1", "popular", Money.of(999, "usd"), "cs_test_1", null, "cus_1");
        AccountSettings settings = new AccountSettings(
                AccountStatus.OPEN,
                40,
                List.of(
                        SpendLimit.ofAccount(Period.MONTH, 2_000),
                        SpendLimit.ofEachMember(Period.DAY, 1_000),
                        SpendLimit.ofMember("ann", Period.DAY, 900)));
        return List.of(
                new Grant(ACCOUNT, 100, key("grant"), terms, FULL),
                new Purchase(ACCOUNT, 110, IdempotencyKey.reserved("purchase", "ord_1"), sale, Details.NONE),
                new Configuration(ACCOUNT, settings, key("configure"), AUDIT),
                Spend.of(ACCOUNT, 50, key("spend")).by("ann").withDetails(FULL.withReference("img-42")),
                MeteredSpend.of(ACCOUNT, "words", 1_500, new MeterRate(1, 1_000), key("meter")),
                PlaceHold.of(ACCOUNT, 70, key("hold"), Duration.ofSeconds(90)).by("ann"),
                ExtendHold.of(ACCOUNT, key("hold"), Duration.ofMillis(90_001), key("extend")),
                Capture.of(ACCOUNT, key("hold"), 5, key("part")).keepingRest(),
                Capture.of(ACCOUNT, key("hold"), 70, key("capture")).exceeding(),
                PlaceHold.of(ACCOUNT, 3, key("hold 2")),
                Release.of(ACCOUNT, key("hold 2"), key("release")),
                new Clawback(ACCOUNT, key("grant"), 9, key("claw"), ClawbackPolicy.BLOCK, Details.NONE),
                new Reinstatement(ACCOUNT, key("grant"), 8, key("again"), Details.NONE),
                Transfer.of(ACCOUNT, FRIEND, 20, key("transfer")).withDetails(FULL),
                PlaceHold.of(ACCOUNT, 4, key("hold 3")),
                Grant.of(ACCOUNT, 6, key("short")).withTerms(terms));
    }

    private static List<Operation> ending() {
        return List.of(
                new Adjustment(ACCOUNT, -1, key("less"), AUDIT),
                new Adjustment(ACCOUNT, 1_000_000_000_000L, key("more"), AUDIT),
                new Closure(ACCOUNT, key("close"), AUDIT));
    }

    private static IdempotencyKey key(String name) {
        return IdempotencyKey.of(name.replace(' ', '-'));
    }
}
