package io.tokeneconomy.pricing;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.MeterRate;
import io.tokeneconomy.ledger.Remainder;
import java.time.Instant;

/**
 * What an operation costs, from some time on. Immutable.
 *
 * <p>An operation's name has 1 to {@value #MAX_NAME} characters, letters and digits of ASCII, {@code .}, {@code _} and
 * {@code -}, the first a letter or a digit.
 */
public sealed interface Price {

    /** Longest name of an operation, in characters. */
    int MAX_NAME = LedgerLimits.MAX_METER;

    /**
     * {@return so many whole tokens for each, from the beginning of time}
     *
     * @param operation the operation's name
     * @param tokens 1 to {@value LedgerLimits#MAX_AMOUNT}
     * @throws InvalidValueException when the name or the number is not allowed
     */
    static Price fixed(String operation, long tokens) {
        return new Fixed(operation, tokens, Instant.EPOCH);
    }

    /**
     * {@return so many tokens for so many units, from the beginning of time} Parts of tokens are carried exactly: the
     * operation's name is the name of the account's meter.
     *
     * @param operation the operation's name
     * @throws InvalidValueException when the name is not allowed
     */
    static Price metered(String operation, MeterRate rate) {
        return new Metered(operation, rate, Instant.EPOCH);
    }

    /** {@return the operation's name} */
    String operation();

    /** {@return from when on it is the price; {@link Instant#EPOCH} for ever} */
    Instant from();

    /**
     * {@return this price, valid from then on}
     *
     * @throws InvalidValueException when the time is before 1970 or after 9999
     */
    Price from(Instant start);

    /** {@return the price in words of a price list: {@code 5}, or {@code 1/1000}} */
    String text();

    /** {@return the largest quantity that can be paid for: it costs at most {@value LedgerLimits#MAX_AMOUNT} tokens} */
    long mostQuantity();

    /**
     * {@return what so many cost}
     *
     * @param quantity 1 to {@link #mostQuantity()}
     * @throws InvalidValueException when the quantity is out of range, or costs more than
     *     {@value LedgerLimits#MAX_AMOUNT} tokens
     */
    Estimate estimate(long quantity);

    /**
     * Whole tokens for each.
     *
     * @param operation the operation's name
     * @param tokens 1 to {@value LedgerLimits#MAX_AMOUNT}
     * @param from from when on
     */
    record Fixed(String operation, long tokens, Instant from) implements Price {

        /** @throws InvalidValueException when the name, the number or the time is not allowed */
        public Fixed {
            OperationName.check(operation);
            Checks.range(operation, tokens, 1, LedgerLimits.MAX_AMOUNT);
            from = Checks.time("from", from);
        }

        @Override
        public Price from(Instant start) {
            return new Fixed(operation, tokens, start);
        }

        @Override
        public String text() {
            return String.valueOf(tokens);
        }

        @Override
        public long mostQuantity() {
            return LedgerLimits.MAX_AMOUNT / tokens;
        }

        @Override
        public Estimate estimate(long quantity) {
            Estimate.requirePayable(this, quantity);
            return new Estimate(this, quantity, Math.multiplyExact(tokens, quantity), Remainder.ZERO);
        }
    }

    /**
     * Tokens for units.
     *
     * @param operation the operation's name
     * @param rate so many tokens for so many units
     * @param from from when on
     */
    record Metered(String operation, MeterRate rate, Instant from) implements Price {

        /** @throws InvalidValueException when the name or the time is not allowed */
        public Metered {
            OperationName.check(operation);
            from = Checks.time("from", from);
        }

        @Override
        public Price from(Instant start) {
            return new Metered(operation, rate, start);
        }

        @Override
        public String text() {
            return rate.tokens() + "/" + rate.units();
        }

        @Override
        public long mostQuantity() {
            // 10^12 tokens at 10^6 units each fit a long, and so do 10^12 units at 10^6 tokens
            return Math.min(LedgerLimits.MAX_AMOUNT, LedgerLimits.MAX_AMOUNT * rate.units() / rate.tokens());
        }

        @Override
        public Estimate estimate(long quantity) {
            Estimate.requirePayable(this, quantity);
            long parts = Math.multiplyExact(quantity, rate.tokens());
            return Estimate.of(this, quantity, parts, rate.units());
        }
    }
}
