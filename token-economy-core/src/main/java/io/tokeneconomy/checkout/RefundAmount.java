package io.tokeneconomy.checkout;

import io.tokeneconomy.internal.Checks;

/** How much of an order to refund. */
public sealed interface RefundAmount {

    /** {@return all that is left} */
    static RefundAmount everything() {
        return new Everything();
    }

    /**
     * {@return so much money}
     *
     * @param minor 1 or more, in the smallest unit of the order's currency
     * @throws io.tokeneconomy.error.InvalidValueException when it is below 1
     */
    static RefundAmount ofMinor(long minor) {
        return new Minor(minor);
    }

    /**
     * {@return as little money as lets so many tokens go back}
     *
     * @param tokens 1 or more
     * @throws io.tokeneconomy.error.InvalidValueException when it is below 1
     */
    static RefundAmount ofTokens(long tokens) {
        return new Tokens(tokens);
    }

    /** All that is left. */
    record Everything() implements RefundAmount {}

    /**
     * Money.
     *
     * @param amountMinor 1 or more, in the smallest unit of the order's currency
     */
    record Minor(long amountMinor) implements RefundAmount {

        /** @throws io.tokeneconomy.error.InvalidValueException when it is below 1 */
        public Minor {
            Checks.range("amountMinor", amountMinor, 1, Long.MAX_VALUE);
        }
    }

    /**
     * Money for tokens.
     *
     * @param tokens 1 or more
     */
    record Tokens(long tokens) implements RefundAmount {

        /** @throws io.tokeneconomy.error.InvalidValueException when it is below 1 */
        public Tokens {
            Checks.range("tokens", tokens, 1, Long.MAX_VALUE);
        }
    }
}
