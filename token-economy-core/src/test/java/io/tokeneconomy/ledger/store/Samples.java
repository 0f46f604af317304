package io.tokeneconomy.ledger.store;

import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.AccountStatus;
import io.tokeneconomy.ledger.Allocation;
import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.ledger.ChainTip;
import io.tokeneconomy.ledger.Counters;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.Digest;
import io.tokeneconomy.ledger.Effects;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.Funding;
import io.tokeneconomy.ledger.Hold;
import io.tokeneconomy.ledger.HoldChange;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.Lot;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.MeterRate;
import io.tokeneconomy.ledger.Metering;
import io.tokeneconomy.ledger.Movement;
import io.tokeneconomy.ledger.Period;
import io.tokeneconomy.ledger.PurchaseDetails;
import io.tokeneconomy.ledger.Remainder;
import io.tokeneconomy.ledger.Seal;
import io.tokeneconomy.ledger.SpendLimit;
import io.tokeneconomy.ledger.Totals;
import io.tokeneconomy.ledger.Usage;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.order.OrderItem;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.order.ParkedPayment;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.order.PaymentRefs;
import io.tokeneconomy.order.Reversal;
import io.tokeneconomy.order.TopUp;
import io.tokeneconomy.order.TopUpCap;
import io.tokeneconomy.order.TopUpOff;
import io.tokeneconomy.order.TopUpProgress;
import io.tokeneconomy.order.TopUpSettings;
import io.tokeneconomy.order.TopUpTally;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Values at the edges of what is allowed. The entries are for storing only: their hashes are made up. */
public final class Samples {

    /** Some time, with microseconds. */
    public static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123456Z");

    /** The last time a store must keep. */
    public static final Instant LAST_TIME = Instant.parse("9999-12-31T23:59:59.999999Z");

    /** Everything that careless quoting, escaping or encoding would damage; 36 characters. */
    public static final String HOSTILE =
            "'\"\\%_;--/*{}[],:=?&<>\u00e4\u0301\u00df\u20ac\u2003\u4e2d\ufeff\ufffd\ud83e\ude99$1 x\u00e9";

    private Samples() {}

    /** What a buyer may have allowed, as little and as much as there is. */
    static List<TopUp> topUps() {
        TopUpSettings least = TopUpSettings.of("popular", 1, TopUpCap.times(Period.DAY, 1));
        TopUpSettings most = new TopUpSettings(
                HOSTILE,
                LedgerLimits.MAX_BALANCE,
                new TopUpCap(Period.MONTH, TopUpCap.MAX_TIMES, Long.MAX_VALUE),
                TopUpSettings.MAX_COOLDOWN);
        TopUpProgress progress = new TopUpProgress(
                TopUpOff.DECLINED_TOO_OFTEN,
                HOSTILE,
                orderId(1),
                NOW,
                7,
                NOW.plusSeconds(1),
                new TopUpTally(NOW, 3, 4),
                new TopUpTally(NOW, 5, 6));
        Money price = Money.of(999, "usd");
        return List.of(
                new TopUp(least, price, 1, "pm_1", "visa 4242", NOW, TopUpProgress.NONE),
                new TopUp(most, price, LedgerLimits.MAX_BALANCE, HOSTILE, HOSTILE, NOW, progress));
    }

    /** {@return hostile text, repeated to exactly this many characters and not ending in a blank or half a pair} */
    public static String text(int length) {
        String text = HOSTILE.repeat(length / HOSTILE.length() + 1).substring(0, length - 1);
        boolean half = Character.isHighSurrogate(text.charAt(length - 2));
        return (half ? text.substring(0, length - 2) + "zz" : text + "z");
    }

    /** {@return a digest of 32 times this byte} */
    public static Digest digest(int value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return Digest.of(bytes);
    }

    /** {@return every detail as long as it may be} */
    public static Details fullDetails() {
        Map<String, String> metadata = new TreeMap<>();
        for (int i = 0; i < LedgerLimits.MAX_METADATA; i++) {
            metadata.put(i + text(LedgerLimits.MAX_METADATA_KEY - 2), text(LedgerLimits.MAX_METADATA_VALUE));
        }
        return new Details(text(LedgerLimits.MAX_REFERENCE), text(LedgerLimits.MAX_DESCRIPTION), metadata);
    }

    /** {@return a sale with or without its optional parts} */
    public static PurchaseDetails sale(boolean full) {
        return new PurchaseDetails(
                text(255),
                text(255),
                Money.of(full ? 999_999_999_999L : 0, full ? "idr" : "usd"),
                text(255),
                full ? text(255) : null,
                full ? text(255) : null);
    }

    /** {@return whether an entry of this type may have this amount} */
    static boolean fits(EntryType type, long amount) {
        try {
            return new Movement(type, amount, Totals.ZERO, Effects.NONE).amount() == amount;
        } catch (InvalidValueException e) {
            return false;
        }
    }

    /** {@return an entry as the rules would never write it} */
    public static LedgerEntry entry(
            AccountId account,
            long sequence,
            String key,
            Movement movement,
            Details details,
            @Nullable PurchaseDetails sale) {
        Seal seal = new Seal(digest(0x80), digest((int) sequence), null);
        return new LedgerEntry(account, sequence, NOW, new IdempotencyKey(key), movement, details, sale, seal);
    }

    /** {@return a plain grant entry} */
    public static LedgerEntry entry(AccountId account, long sequence, String key) {
        Effects own = Effects.of(List.of(new Allocation(sequence, 1))).opening(LotTerms.FREE);
        return entry(account, sequence, key, new Movement(EntryType.GRANT, 1, new Totals(sequence, 0, 0), own));
    }

    /** {@return an entry without details} */
    public static LedgerEntry entry(AccountId account, long sequence, String key, Movement movement) {
        return entry(account, sequence, key, movement, Details.NONE, null);
    }

    /** {@return a first grant} */
    public static Movement crediting(long amount) {
        Effects own = Effects.of(List.of(new Allocation(1, amount))).opening(LotTerms.FREE);
        return new Movement(EntryType.GRANT, amount, new Totals(amount, 0, 0), own);
    }

    /** {@return the lot that a grant opened} */
    public static List<Lot> lot(LedgerEntry grant) {
        return List.of(new Lot(grant.sequence(), grant.amount(), grant.amount(), LotTerms.FREE));
    }

    /** {@return the state an account has after such an entry} */
    public static Account after(LedgerEntry last, List<Lot> lots) {
        return new Account(
                last.account(),
                digest(0x5a),
                new ChainTip(last.sequence(), last.seal().hash(), last.at()),
                last.movement().after(),
                lots,
                List.of(),
                AccountSettings.DEFAULT,
                Counters.NONE);
    }

    /** {@return settings with everything in them} */
    public static AccountSettings settings() {
        return new AccountSettings(
                AccountStatus.BLOCKED,
                LedgerLimits.MAX_AMOUNT,
                List.of(
                        SpendLimit.ofMember(text(LedgerLimits.MAX_ACCOUNT_ID), Period.MONTH, LedgerLimits.MAX_BALANCE),
                        SpendLimit.ofEachMember(Period.DAY, 0),
                        SpendLimit.ofAccount(Period.DAY, 1)));
    }

    /** {@return every effect there is, though no entry has them all} */
    public static Effects effects() {
        List<Allocation> parts = List.of(new Allocation(2, -7), new Allocation(Long.MAX_VALUE, 1));
        Metering metering = new Metering(
                text(LedgerLimits.MAX_METER),
                LedgerLimits.MAX_AMOUNT,
                new MeterRate(MeterRate.MAX, 1),
                new Remainder(Remainder.MAX_DENOMINATOR - 1, Remainder.MAX_DENOMINATOR));
        return Effects.of(List.of(new Allocation(1, 5), new Allocation(7, -3)))
                .opening(new LotTerms(LAST_TIME, -1, Funding.PAID))
                .about(Long.MAX_VALUE)
                .holding(new HoldChange(Long.MAX_VALUE, LAST_TIME, parts))
                .configuring(settings())
                .metering(metering)
                .by(text(LedgerLimits.MAX_ACCOUNT_ID));
    }

    /** {@return an account with everything that an account can have} */
    public static Account fullAfter(LedgerEntry last) {
        String member = text(LedgerLimits.MAX_ACCOUNT_ID);
        IdempotencyKey key = new IdempotencyKey("te:" + "~".repeat(LedgerLimits.MAX_RESERVED_KEY - 3));
        List<Hold> holds = List.of(
                new Hold(1, new IdempotencyKey("h"), Instant.EPOCH, NOW, null, lots()),
                new Hold(Long.MAX_VALUE, key, NOW, LAST_TIME, member, lots().subList(1, 3)));
        List<Usage> usage = List.of(
                new Usage(Period.DAY, Instant.EPOCH, null, Long.MAX_VALUE),
                new Usage(Period.DAY, NOW, member, 1),
                new Usage(Period.MONTH, NOW, null, 0));
        Map<String, Remainder> remainders =
                Map.of(text(LedgerLimits.MAX_METER), new Remainder(1, 3), "m", new Remainder(1, 2));
        Account plain = after(last, lots());
        Counters counters = new Counters(usage, remainders);
        return new Account(plain.id(), plain.salt(), plain.tip(), plain.totals(), lots(), holds, settings(), counters);
    }

    /** {@return lots of every kind of terms} */
    public static List<Lot> lots() {
        return List.of(
                new Lot(1, 10, 10, LotTerms.FREE),
                new Lot(2, LedgerLimits.MAX_BALANCE, 1, LotTerms.PURCHASED),
                new Lot(3, 7, 3, new LotTerms(LAST_TIME, LedgerLimits.MAX_PRIORITY, Funding.FREE)),
                new Lot(4, 7, 7, new LotTerms(NOW, -LedgerLimits.MAX_PRIORITY, Funding.PAID)),
                new Lot(Long.MAX_VALUE, 1, 1, new LotTerms(Instant.EPOCH, 0, Funding.FREE)));
    }

    /** {@return an order id whose age is given by a number} */
    public static OrderId orderId(int number) {
        return new OrderId("ord_%012x%020x".formatted(number, 1_000_000 - number));
    }

    /** {@return a new order} */
    public static Order order(int number, AccountId account) {
        OrderItem item = new OrderItem("popular", "Popular", 110, Money.of(999, "usd"), null);
        return Order.begin(orderId(number), account, PaymentMode.TEST, item, NOW);
    }

    /** {@return an order with every field at its edge} */
    public static Order fullOrder(int number, AccountId account, OrderState state) {
        long quantity = 649_657; // the largest that divides the most tokens
        OrderItem item =
                new OrderItem(text(255), text(255), Long.MAX_VALUE, Money.of(quantity, "jpy"), text(255), quantity);
        PaymentRefs refs = new PaymentRefs(text(255), text(254), text(253));
        long most = Long.MAX_VALUE;
        Reversal reversal = new Reversal(most, most - 1, most - 2, most - 3, most - 4, most - 5);
        return new Order(
                orderId(number), account, PaymentMode.LIVE, item, state, refs, reversal, Instant.EPOCH, LAST_TIME);
    }

    /** {@return a parked payment with every field at its edge} */
    public static ParkedPayment fullParked(String sessionId) {
        return new ParkedPayment(
                sessionId,
                PaymentMode.LIVE,
                text(1_000),
                text(255),
                Long.MAX_VALUE,
                "XYZ",
                Map.of("order_id", HOSTILE, "", "line\nbreak\ttab\u0000nul\u007f", HOSTILE, "\ud800 half a pair"),
                LAST_TIME,
                LAST_TIME,
                Long.MAX_VALUE,
                new Audit(text(LedgerLimits.MAX_METADATA_VALUE), text(LedgerLimits.MAX_DESCRIPTION)));
    }

    /** {@return a parked payment with nothing optional} */
    public static ParkedPayment parked(String sessionId) {
        return new ParkedPayment(sessionId, PaymentMode.TEST, "why", null, 0, "usd", Map.of(), Instant.EPOCH, null);
    }
}
