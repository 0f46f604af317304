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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes operations of steps; later ones are about earlier ones. */
final class Requests {

    static final List<String> MEMBERS = List.of("ann-lee", "ben-lee");

    private static final List<MeterRate> RATES =
            List.of(new MeterRate(1, 1_000), new MeterRate(1, 3), new MeterRate(3, 7), new MeterRate(5, 2));
    private static final Audit AUDIT = new Audit("eve", "a test");

    private final String name;
    private final List<AccountId> accounts;
    private final List<Operation> earlier = new ArrayList<>();
    private Instant latest = Instant.EPOCH;

    Requests(String name, List<AccountId> accounts) {
        this.name = name;
        this.accounts = accounts;
    }

    /** A lot's lifetime counts from the latest time so far: where the clock stepped back, it would be over already. */
    Operation next(Step step, Instant now) {
        latest = now.isAfter(latest) ? now : latest;
        AccountId account = accounts.get(step.choose("account", 4) == 0 ? 1 : 0);
        Operation operation = operation(step, account, IdempotencyKey.of(name + "-" + earlier.size()));
        earlier.add(operation);
        return operation;
    }

    private Operation operation(Step step, AccountId account, IdempotencyKey key) {
        return switch (step.kind()) {
            case GRANT -> new Grant(account, step.amount(), key, terms(step), details(step));
            case PURCHASE -> new Purchase(account, step.amount(), key, sale(step), Details.NONE);
            case SPEND -> {
                Spend spend = Spend.of(account, step.amount(), key).withDetails(details(step));
                yield step.choose("member", 3) == 2 ? spend : spend.by(member(step));
            }
            case METER -> {
                MeterRate rate = RATES.get(step.choose("rate", RATES.size()));
                String meter = "meter " + step.choose("meter", 2);
                MeteredSpend use = MeteredSpend.of(account, meter, units(step, rate), rate, key);
                yield step.choose("member", 3) == 2 ? use : use.by(member(step));
            }
            case HOLD -> {
                PlaceHold hold = PlaceHold.of(account, step.amount() / 2 + 1, key, timeout(step));
                yield step.choose("member", 3) == 2 ? hold : hold.by(member(step));
            }
            case CAPTURE, RELEASE, EXTEND -> onHold(step, key);
            case CLAWBACK, REINSTATE -> reversal(step, account, key);
            case TRANSFER ->
                Transfer.of(account, accounts.get(account.equals(accounts.get(0)) ? 1 : 0), half(step), key);
            case ADJUST -> new Adjustment(account, step.choose("sign", 2) == 0 ? half(step) : -half(step), key, AUDIT);
            case CONFIGURE -> new Configuration(account, settings(step), key, AUDIT);
            case CLOSE -> new Closure(account, key, AUDIT);
            case REPEAT -> earlier.isEmpty() ? new Closure(account, key, AUDIT) : any(step);
            case REUSE_KEY ->
                Spend.of(
                        account,
                        1_000 + step.amount(),
                        earlier.isEmpty() ? key : any(step).key());
        };
    }

    /** About one of the last holds; rarely about a key that never held anything, or by the wrong account. */
    private Operation onHold(Step step, IdempotencyKey key) {
        List<PlaceHold> holds = only(PlaceHold.class);
        boolean none = holds.isEmpty() || step.choose("no hold", 20) == 0;
        PlaceHold about = none
                ? PlaceHold.of(accounts.get(0), step.amount(), key)
                : holds.get(holds.size() - 1 - step.choose("hold", Math.min(5, holds.size())));
        AccountId account = step.choose("wrong account", 20) == 0 ? accounts.get(1) : about.account();
        return switch (step.kind()) {
            case CAPTURE -> capture(step, account, about, key);
            case RELEASE -> Release.of(account, about.key(), key).withDetails(details(step));
            default -> ExtendHold.of(account, about.key(), timeout(step), key);
        };
    }

    private static Capture capture(Step step, AccountId account, PlaceHold hold, IdempotencyKey key) {
        long amount = switch (step.choose("how much", 4)) {
            case 0 -> hold.amount();
            case 1 -> hold.amount() + step.amount() / 5 + 1;
            default -> Math.max(1, hold.amount() / 2);
        };
        Capture capture = Capture.of(account, hold.key(), amount, key);
        Capture kept = step.choose("keeps", 2) == 0 ? capture.keepingRest() : capture;
        return step.choose("exceeds", 2) == 0 ? kept.exceeding() : kept;
    }

    private Operation reversal(Step step, AccountId account, IdempotencyKey key) {
        List<Operation> credits = earlier.stream().filter(Requests::isCredit).toList();
        Operation about = credits.isEmpty() || step.choose("no credit", 15) == 0
                ? Grant.of(account, 1, key)
                : credits.get(step.choose("credit", credits.size()));
        boolean received = about instanceof Transfer;
        IdempotencyKey source =
                received ? IdempotencyKey.reserved("in:1", about.key().value()) : about.key();
        AccountId owner = received ? ((Transfer) about).to() : about.account();
        if (step.kind() == Step.Kind.REINSTATE) {
            return new Reinstatement(owner, source, step.amount(), key, details(step));
        }
        ClawbackPolicy policy = List.of(ClawbackPolicy.values()).get(step.choose("policy", 3));
        return new Clawback(owner, source, step.amount(), key, policy, details(step));
    }

    private static boolean isCredit(Operation operation) {
        return operation instanceof Grant
                || operation instanceof Purchase
                || operation instanceof Transfer
                || (operation instanceof Adjustment adjustment && adjustment.amount() > 0);
    }

    private AccountSettings settings(Step step) {
        AccountStatus status = step.choose("status", 6) == 0 ? AccountStatus.BLOCKED : AccountStatus.OPEN;
        List<SpendLimit> limits = Stream.of(
                        SpendLimit.ofAccount(Period.DAY, 3 * step.amount()),
                        SpendLimit.ofAccount(Period.MONTH, 5 * step.amount()),
                        SpendLimit.ofEachMember(Period.DAY, 2 * step.amount()),
                        SpendLimit.ofEachMember(Period.MONTH, 4 * step.amount()),
                        SpendLimit.ofMember("ann-lee", Period.DAY, step.amount()),
                        SpendLimit.ofMember("ben-lee", Period.MONTH, 3 * step.amount()))
                .filter(limit -> step.choose(limit.period() + "" + limit.member(), 4) == 0)
                .toList();
        return new AccountSettings(status, step.choose("overdraft", 3) * 30L, limits);
    }

    private LotTerms terms(Step step) {
        if (step.choose("over already", 25) == 0) {
            return new LotTerms(latest.minusSeconds(5), 0, Funding.FREE);
        }
        Instant expiresAt = switch (step.choose("lifetime", 4)) {
            case 0 -> null;
            case 1 -> latest.plusSeconds(60L * (1 + step.choose("minutes", 5)));
            case 2 -> latest.plusSeconds(1 + step.choose("seconds", 600));
            default -> latest.plus(Duration.ofDays(1 + step.choose("days", 40)));
        };
        Funding funding = step.choose("funding", 2) == 0 ? Funding.FREE : Funding.PAID;
        return new LotTerms(expiresAt, step.choose("priority", 3) - 1, funding);
    }

    private static Duration timeout(Step step) {
        return step.choose("long", 3) == 0
                ? Duration.ofHours(1 + step.choose("hours", 60))
                : Duration.ofSeconds(10 + step.choose("seconds", 600));
    }

    private static long units(Step step, MeterRate rate) {
        return step.amount() * (rate.units() == 1_000 ? 77 : 1);
    }

    private static Details details(Step step) {
        return switch (step.choose("details", 3)) {
            case 0 -> Details.NONE;
            case 1 -> Details.NONE.withReference("img-" + step.pick()).withDescription("\ud83e\ude99 'quoted'");
            default -> Details.NONE.withMetadata(Map.of("k", "", "model", "v" + step.pick()));
        };
    }

    private static PurchaseDetails sale(Step step) {
        return new PurchaseDetails(
                "ord_" + step.pick(), "popular", Money.of(999, "usd"), "cs_" + step.pick(), null, "cus_1");
    }

    private static String member(Step step) {
        return MEMBERS.get(step.choose("who", MEMBERS.size()));
    }

    private static long half(Step step) {
        return step.amount() / 2 + 1;
    }

    private Operation any(Step step) {
        return earlier.get(step.choose("earlier", earlier.size()));
    }

    private <T extends Operation> List<T> only(Class<T> type) {
        return earlier.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
