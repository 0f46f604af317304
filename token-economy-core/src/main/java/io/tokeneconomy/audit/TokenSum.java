package io.tokeneconomy.audit;

/**
 * Tokens, split by where they came from. Held ones are counted with the others. As a change each number may be
 * negative.
 *
 * @param paid tokens that were paid for
 * @param free tokens that were given away
 * @param debt tokens that are owed
 */
public record TokenSum(long paid, long free, long debt) {

    /** Nothing. */
    public static final TokenSum ZERO = new TokenSum(0, 0, 0);

    /** {@return the balance: paid + free − debt} */
    public long settled() {
        return Math.subtractExact(Math.addExact(paid, free), debt);
    }

    /**
     * {@return the sum of both}
     *
     * @throws ArithmeticException when it does not fit into 64 bits
     */
    public TokenSum plus(TokenSum other) {
        return new TokenSum(
                Math.addExact(paid, other.paid), Math.addExact(free, other.free), Math.addExact(debt, other.debt));
    }

    /** {@return this without the other} */
    public TokenSum minus(TokenSum other) {
        return new TokenSum(
                Math.subtractExact(paid, other.paid),
                Math.subtractExact(free, other.free),
                Math.subtractExact(debt, other.debt));
    }
}
