package io.tokeneconomy.event;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Lot;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.order.ParkedPayment;
import io.tokeneconomy.order.TopUp;
import java.time.Instant;
import java.util.Objects;

/**
 * Something that happened, told after it was committed. Immutable.
 *
 * <p>Every entry gives one {@link Booked} event, and one {@link Crossing} for each line that it crossed. They follow from
 * the entry alone, so they are the same whenever and wherever the entry is told; only a {@link LowBalance} also depends on
 * the threshold that is in force then.
 */
public sealed interface TokenEconomyEvent {

    /** {@return when it happened} */
    Instant at();

    /** Follows from an entry. Two of them are the same if account, sequence and class are. */
    sealed interface OfEntry extends TokenEconomyEvent {

        /** {@return the entry} */
        LedgerEntry entry();

        /** {@return whose entry} */
        default AccountId account() {
            return entry().account();
        }

        @Override
        default Instant at() {
            return entry().at();
        }
    }

    /** What an entry records. */
    sealed interface Booked extends OfEntry {

        /** {@return the tokens it is about, never negative: those moved, set aside or given back} */
        default long tokens() {
            return EntryAmounts.tokens(entry());
        }
    }

    /** Tokens bought. */
    record Purchased(LedgerEntry entry) implements Booked {}

    /** Tokens given. */
    record Granted(LedgerEntry entry) implements Booked {}

    /** Tokens used. */
    record Spent(LedgerEntry entry) implements Booked {}

    /** Tokens set aside. */
    record Held(LedgerEntry entry) implements Booked {}

    /** A hold given another time to end. */
    record HoldExtended(LedgerEntry entry) implements Booked {}

    /** Tokens of a hold used. */
    record Captured(LedgerEntry entry) implements Booked {}

    /** A hold's tokens given back. */
    record Released(LedgerEntry entry) implements Booked {

        /** {@return whether that was because its time was over} */
        public boolean timedOut() {
            return entry.type() == EntryType.TIMEOUT;
        }
    }

    /** Tokens whose lot came to its end. */
    record Expired(LedgerEntry entry) implements Booked {}

    /** Tokens taken back because their payment was. */
    record ClawedBack(LedgerEntry entry) implements Booked {}

    /** Tokens given again. */
    record Reinstated(LedgerEntry entry) implements Booked {}

    /** Tokens sent to another account. */
    record Sent(LedgerEntry entry) implements Booked {}

    /** Tokens received from another account. */
    record Received(LedgerEntry entry) implements Booked {}

    /** A correction made by a person. */
    record Adjusted(LedgerEntry entry) implements Booked {}

    /** An account's settings changed. */
    record Configured(LedgerEntry entry) implements Booked {

        /** {@return what they are now} */
        public AccountSettings settings() {
            return Objects.requireNonNull(entry.movement().effects().settings());
        }
    }

    /** An account closed. */
    record Closed(LedgerEntry entry) implements Booked {}

    /** A line that an entry crossed. */
    sealed interface Crossing extends OfEntry {}

    /**
     * What is available fell to the threshold or below; it was above before this entry.
     *
     * @param entry the entry
     * @param threshold the account's threshold, in tokens
     */
    record LowBalance(LedgerEntry entry, long threshold) implements Crossing {}

    /** Nothing is available any more; there was something before this entry. */
    record Depleted(LedgerEntry entry) implements Crossing {}

    /** The account owes tokens; it owed none before this entry. */
    record DebtIncurred(LedgerEntry entry) implements Crossing {}

    /** The account owes nothing any more; it did before this entry. */
    record DebtPaid(LedgerEntry entry) implements Crossing {}

    /** The account is blocked. An entry that sets other settings of a blocked account says it again. */
    record Blocked(LedgerEntry entry) implements Crossing {}

    /**
     * An operation was refused, such as a spend with too few tokens ({@link Outcome.Insufficient}); told each time. Of a
     * charge it is the hold that could not be placed, under a key of ours, or the spend under the charge's key that finished
     * work would have cost, when not all of it could be taken.
     *
     * @param at when
     * @param operation what was asked for
     * @param refusal why it was not booked
     */
    record Refused(Instant at, Operation operation, Outcome.Refusal refusal) implements TokenEconomyEvent {

        /** {@return whether tokens were lacking} */
        public boolean insufficient() {
            return refusal instanceof Outcome.Insufficient;
        }
    }

    /**
     * Tokens come within {@link io.tokeneconomy.ledger.LedgerLimits#SOON} of their end. A lot that was granted for a
     * shorter time is not told.
     *
     * @param at when that was seen
     * @param account whose tokens
     * @param lot the lot as it stands; tokens on hold are not in it
     */
    record ExpiringSoon(Instant at, AccountId account, Lot lot) implements TokenEconomyEvent {}

    /**
     * Tokens could not be bought by themselves: the card was refused, or it was switched off. What the buyer has to know
     * and do, {@link TopUp#progress()} says.
     *
     * @param at when
     * @param account whose
     * @param topUp the state since then
     */
    record TopUpFailed(Instant at, AccountId account, TopUp topUp) implements TokenEconomyEvent {}

    /**
     * Money was taken that cannot be credited as it stands: a person must look.
     *
     * @param payment the payment
     */
    record PaymentParked(ParkedPayment payment) implements TokenEconomyEvent {

        @Override
        public Instant at() {
            return payment.parkedAt();
        }
    }
}
