package io.tokeneconomy.order;

import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.internal.Checks;
import io.tokeneconomy.ledger.LedgerLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A buyer's consent to being charged while away, and what became of it. Immutable.
 *
 * <p>An attempt is begun only while nothing is in flight, the cooldown is over, no back-off runs and the cap has room; it
 * is counted at once, and no more if it fails. A declined card is tried again after {@link #FIRST_BACK_OFF}, then after
 * twice as long and so on, at most {@link #LONGEST_BACK_OFF}.
 *
 * @param settings what is allowed
 * @param price what the package cost when it was allowed; never more is charged
 * @param tokens how many the package had when it was allowed; never fewer are bought
 * @param cardId the provider's id of the card ({@code pm_…})
 * @param cardName what the buyer knows the card by, such as {@code visa 4242}
 * @param allowedAt when it was allowed, whole microseconds
 * @param progress how it went
 */
public record TopUp(
        TopUpSettings settings,
        Money price,
        long tokens,
        String cardId,
        String cardName,
        Instant allowedAt,
        TopUpProgress progress) {

    /** After so many declines in a row it is off. */
    public static final int MAX_DECLINES = 7;

    /** The pause after a first decline. */
    public static final Duration FIRST_BACK_OFF = Duration.ofHours(1);

    /** The longest pause after a decline. */
    public static final Duration LONGEST_BACK_OFF = Duration.ofHours(24);

    private static final int MAX_TEXT = 255;

    /** @throws io.tokeneconomy.error.InvalidValueException when a text is missing or too long */
    public TopUp {
        Checks.range("tokens", tokens, 1, LedgerLimits.MAX_BALANCE);
        Checks.text("cardId", cardId, MAX_TEXT);
        Checks.text("cardName", cardName, MAX_TEXT);
        allowedAt = Checks.time("allowedAt", allowedAt);
    }

    /** {@return whether something may be bought some time} */
    public boolean isOn() {
        return progress.off() == null;
    }

    /**
     * {@return when an attempt may be begun at the earliest, should the balance be low then; empty when it is off, one is
     * in flight, or a single purchase is above the cap}
     *
     * @param charge what it would cost
     * @param now the time
     */
    public Optional<Instant> nextAttemptAt(Money charge, Instant now) {
        boolean never = !settings.cap().allows(0, 0, charge.amountMinor());
        if (!isOn() || progress.inFlight() != null || never) {
            return Optional.empty();
        }
        Instant earliest = later(
                progress.attemptedAt() == null ? now : progress.attemptedAt().plus(settings.cooldown()),
                progress.notBefore() == null ? now : progress.notBefore());
        Instant from = later(earliest, now);
        return Optional.of(hasRoom(charge, from) ? from : settings.cap().nextPeriod(from));
    }

    /** {@return this while the order is charged, its money counted} */
    public TopUp begun(OrderId order, Money charge, Instant now) {
        return with(progress.begun(order, now, charge.amountMinor()));
    }

    /** {@return this after the money came} */
    public TopUp paid() {
        return with(progress.paid());
    }

    /**
     * {@return this after the card was declined}
     *
     * @param why the provider's words, 1 to 100 characters
     */
    public TopUp declined(Money charge, String why, Instant now) {
        long declines = progress.declines() + 1;
        TopUp declined = with(progress.failed(why, declines, now.plus(backOff(declines)), charge.amountMinor()));
        return declines < MAX_DECLINES ? declined : declined.turnedOff(TopUpOff.DECLINED_TOO_OFTEN);
    }

    /** {@return this after an attempt failed for a reason of its seller or provider} */
    public TopUp failed(Money charge, String why, Instant now) {
        return with(progress.failed(why, progress.declines(), now.plus(FIRST_BACK_OFF), charge.amountMinor()));
    }

    /** {@return this after an attempt that cannot succeed again without the buyer} */
    public TopUp failedForGood(Money charge, String why, TopUpOff off) {
        return with(progress.failed(why, progress.declines(), null, charge.amountMinor()))
                .turnedOff(off);
    }

    /** {@return this after an attempt of which the provider never heard} It counts for the cap: it may be charged yet. */
    public TopUp abandoned() {
        return with(progress.abandoned());
    }

    /** {@return this, switched off} What is in flight ends as it does. */
    public TopUp turnedOff(TopUpOff why) {
        return with(progress.off(why));
    }

    /** {@return this after the buyer allowed it anew; what was charged before still counts} */
    public TopUp allowedAgain(
            TopUpSettings newSettings,
            Money newPrice,
            long newTokens,
            String newCardId,
            String newCardName,
            Instant now) {
        TopUpProgress kept = progress.allowedAgain();
        return new TopUp(newSettings, newPrice, newTokens, newCardId, newCardName, now, kept);
    }

    /** {@return these as texts, for stores} */
    public Map<String, String> texts() {
        return TopUpTexts.write(this);
    }

    /**
     * {@return what {@link #texts} gave}
     *
     * @throws IllegalArgumentException when it is not
     */
    public static TopUp ofTexts(Map<String, String> texts) {
        return TopUpTexts.read(texts);
    }

    private boolean hasRoom(Money charge, Instant at) {
        TopUpTally tally = progress.tally(settings.cap().period(), at);
        return settings.cap().allows(tally.times(), tally.amountMinor(), charge.amountMinor());
    }

    private static Duration backOff(long declines) {
        return Stream.iterate(FIRST_BACK_OFF, pause -> pause.multipliedBy(2))
                .skip(Math.min(declines, MAX_DECLINES) - 1)
                .findFirst()
                .filter(pause -> pause.compareTo(LONGEST_BACK_OFF) < 0)
                .orElse(LONGEST_BACK_OFF);
    }

    private TopUp with(TopUpProgress newProgress) {
        return new TopUp(settings, price, tokens, cardId, cardName, allowedAt, newProgress);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
