package io.tokeneconomy.payment.sandbox;

import io.tokeneconomy.internal.Checks;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer does on the payment page beside typing a card, and what Stripe and the shop's settings add there.
 * Immutable; each method returns a changed copy.
 *
 * <pre>{@code
 * sandbox.pay(session, PayOptions.card("4242424242424242").quantity(0, 3).promotionCode("FRIENDS").tax(140));
 * }</pre>
 */
public final class PayOptions {

    private static final long MAX_PRESENTED = 999_999_999_999L;

    private final String card;
    private final Map<Integer, Long> quantities;
    private final @Nullable String promotionCode;
    private final long tax;
    private final @Nullable Presented presented;
    private final boolean uncaptured;
    private final Map<String, String> answers;
    private final Owner owner;

    /** What the owner of a card says whose bank asks him. */
    enum Owner {
        CONFIRMS,
        REFUSES,
        /** He was not asked yet. */
        UNASKED
    }

    /** What the buyer sees under Adaptive Pricing. */
    record Presented(String currency, long amount) {}

    private PayOptions(
            String card,
            Map<Integer, Long> quantities,
            @Nullable String promotionCode,
            long tax,
            @Nullable Presented presented,
            boolean uncaptured,
            Map<String, String> answers,
            Owner owner) {
        this.card = card;
        this.quantities = quantities;
        this.promotionCode = promotionCode;
        this.tax = tax;
        this.presented = presented;
        this.uncaptured = uncaptured;
        this.answers = answers;
        this.owner = owner;
    }

    /**
     * Just pays.
     *
     * @param card a number of Stripe's test cards or IBANs, or {@code pay_later} or {@code pay_later_fails}
     */
    public static PayOptions card(String card) {
        return new PayOptions(card, Map.of(), null, 0, null, false, Map.of(), Owner.CONFIRMS);
    }

    /**
     * Changes the quantity of a line item that the session made adjustable; 0 takes it out of the basket.
     *
     * @param index of the item, from 0 to 99
     * @param quantity within what the session allows
     * @throws io.tokeneconomy.error.InvalidValueException when the index is outside, or the quantity is below 0 or over
     *     999,999
     */
    public PayOptions quantity(int index, long quantity) {
        Map<Integer, Long> changed = new TreeMap<>(quantities);
        changed.put(
                (int) Checks.range("index", index, 0, LineItems.MAX_ITEMS - 1),
                Checks.range("quantity", quantity, 0, LineItems.MAX_QUANTITY));
        return new PayOptions(card, Map.copyOf(changed), promotionCode, tax, presented, uncaptured, answers, owner);
    }

    /** Types a promotion code, which the session has to allow; a wrong one declines the payment. */
    public PayOptions promotionCode(String code) {
        return new PayOptions(card, quantities, code, tax, presented, uncaptured, answers, owner);
    }

    /**
     * Adds tax on top of the price.
     *
     * @param taxMinor in minor units of the session's currency, 0 to 99,999,999
     * @throws io.tokeneconomy.error.InvalidValueException when it is outside
     */
    public PayOptions tax(long taxMinor) {
        return new PayOptions(
                card,
                quantities,
                promotionCode,
                Checks.range("taxMinor", taxMinor, 0, PriceMaker.MAX_AMOUNT),
                presented,
                uncaptured,
                answers,
                owner);
    }

    /**
     * Lets the buyer see and pay another currency (Adaptive Pricing). The session's own currency and amounts stay.
     *
     * @param currency three letters
     * @param amountMinor in minor units of that currency, 1 to 999,999,999,999
     * @throws io.tokeneconomy.error.InvalidValueException when the amount is outside
     */
    public PayOptions presentedIn(String currency, long amountMinor) {
        Presented shown = new Presented(
                currency.toLowerCase(Locale.ROOT), Checks.range("amountMinor", amountMinor, 1, MAX_PRESENTED));
        return new PayOptions(card, quantities, promotionCode, tax, shown, uncaptured, answers, owner);
    }

    /**
     * Only reserves the money (manual capture): the PaymentIntent is {@code requires_capture} although the session says
     * {@code paid}, until {@link StripeSandbox#capture} or {@link StripeSandbox#release}. What Stripe's session says then
     * is not documented; this is the reading that tempts a shop to deliver too early.
     */
    public PayOptions uncaptured() {
        return new PayOptions(card, quantities, promotionCode, tax, presented, true, answers, owner);
    }

    /**
     * Answers a question of the shop's ({@code custom_fields}). One the session does not ask, or not so, declines the
     * payment; those without an answer stay open, also required ones, for which the sandbox's own page has no input.
     *
     * @param key of the question
     * @param value a text, digits, or the value of a choice
     */
    public PayOptions answer(String key, String value) {
        Map<String, String> changed = new TreeMap<>(answers);
        changed.put(key, value);
        return new PayOptions(card, quantities, promotionCode, tax, presented, uncaptured, Map.copyOf(changed), owner);
    }

    /**
     * Does not confirm the payment to the bank (3-D Secure): a card that wants its owner ({@code 4000 0027 6000 3184}, {@code
     * 4000 0025 0000 3155}) is declined. Without this he confirms, whom the sandbox's own page asks.
     */
    public PayOptions refusedByOwner() {
        return saying(Owner.REFUSES);
    }

    /** Leaves it to the page to ask the owner. */
    PayOptions askingOwner() {
        return saying(Owner.UNASKED);
    }

    private PayOptions saying(Owner word) {
        return new PayOptions(card, quantities, promotionCode, tax, presented, uncaptured, answers, word);
    }

    Owner owner() {
        return owner;
    }

    Map<String, String> answers() {
        return answers;
    }

    String card() {
        return card;
    }

    Map<Integer, Long> quantities() {
        return quantities;
    }

    @Nullable
    String promotionCode() {
        return promotionCode;
    }

    long tax() {
        return tax;
    }

    @Nullable
    Presented presented() {
        return presented;
    }

    /** Whether the money is taken with a card, at once, and in the session's own currency. */
    boolean isPlain(TestCard used) {
        return !used.isLater() && !uncaptured && presented == null;
    }

    boolean isUncaptured() {
        return uncaptured;
    }
}
