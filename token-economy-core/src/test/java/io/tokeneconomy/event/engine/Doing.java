package io.tokeneconomy.event.engine;

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
import io.tokeneconomy.ledger.ExtendHold;
import io.tokeneconomy.ledger.Funding;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.MeterRate;
import io.tokeneconomy.ledger.MeteredSpend;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.PlaceHold;
import io.tokeneconomy.ledger.Purchase;
import io.tokeneconomy.ledger.PurchaseDetails;
import io.tokeneconomy.ledger.Reinstatement;
import io.tokeneconomy.ledger.Release;
import io.tokeneconomy.ledger.Spend;
import io.tokeneconomy.ledger.Transfer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One step of a random life of two accounts, with every operation there is.
 *
 * @param kind which operation
 * @param second whether of the second account
 * @param amount how many tokens
 * @param pick which earlier credit or hold is meant, and other choices
 * @param seconds how far the clock moves before
 */
record Doing(Kind kind, boolean second, long amount, int pick, int seconds) {

    static final AccountId FIRST = AccountId.of("first");
    static final AccountId SECOND = AccountId.of("second");

    private static final Audit AUDIT = new Audit("admin", "because");

    private static final List<ClawbackPolicy> POLICIES = List.of(ClawbackPolicy.values());

    enum Kind {
        GRANT,
        PURCHASE,
        SPEND,
        METER,
        HOLD,
        CAPTURE,
        RELEASE,
        EXTEND,
        CLAWBACK,
        REINSTATE,
        TRANSFER,
        ADJUST,
        CONFIGURE,
        CLOSE
    }

    /**
     * {@return what is asked for}
     *
     * @param credits the keys of earlier credits, at least one
     * @param holds the keys of earlier holds, at least one
     */
    Operation operation(int number, Instant now, List<IdempotencyKey> credits, List<IdempotencyKey> holds) {
        AccountId account = second ? SECOND : FIRST;
        IdempotencyKey key = IdempotencyKey.of("op-" + number);
        IdempotencyKey credit = recent(credits);
        IdempotencyKey hold = recent(holds);
        Duration timeout = Duration.ofSeconds(1 + 3L * pick);
        return switch (kind) {
            case GRANT -> Grant.of(account, amount, key).withTerms(terms(now));
            case PURCHASE -> new Purchase(account, amount, key, sale(number), Details.NONE);
            case SPEND -> Spend.of(account, amount, key);
            case METER -> MeteredSpend.of(account, "words", amount, new MeterRate(1, 7), key);
            case HOLD -> PlaceHold.of(account, amount, key, timeout);
            case CAPTURE -> new Capture(account, hold, amount, key, pick % 2 == 0, pick % 3 == 0, Details.NONE);
            case RELEASE -> Release.of(account, hold, key);
            case EXTEND -> ExtendHold.of(account, hold, timeout, key);
            case CLAWBACK -> new Clawback(account, credit, amount, key, policy(), Details.NONE);
            case REINSTATE -> new Reinstatement(account, credit, amount, key, Details.NONE);
            case TRANSFER -> Transfer.of(account, second ? FIRST : SECOND, amount, key);
            case ADJUST -> new Adjustment(account, pick % 2 == 0 ? amount : -amount, key, AUDIT);
            case CONFIGURE -> new Configuration(account, settings(), key, AUDIT);
            case CLOSE -> new Closure(account, key, AUDIT);
        };
    }

    /** What is long gone would be refused too often. */
    private IdempotencyKey recent(List<IdempotencyKey> keys) {
        return keys.get(keys.size() - 1 - pick % Math.min(3, keys.size()));
    }

    private LotTerms terms(Instant now) {
        return pick % 3 == 0 ? LotTerms.FREE : new LotTerms(now.plusSeconds(1 + pick), 0, Funding.FREE);
    }

    private ClawbackPolicy policy() {
        return POLICIES.get(pick % POLICIES.size());
    }

    private AccountSettings settings() {
        AccountStatus status = pick % 4 == 0 ? AccountStatus.BLOCKED : AccountStatus.OPEN;
        return AccountSettings.DEFAULT.withStatus(status).withOverdraftLimit(pick % 2 == 0 ? 0 : amount);
    }

    private static PurchaseDetails sale(int number) {
        return new PurchaseDetails("ord_" + number, "popular", Money.of(999, "usd"), "cs_" + number, null, null);
    }
}
