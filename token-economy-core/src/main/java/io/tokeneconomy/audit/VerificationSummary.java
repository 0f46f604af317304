package io.tokeneconomy.audit;

/**
 * What a verification has seen so far.
 *
 * @param accounts accounts verified
 * @param entries entries found whole, in accounts that are whole
 * @param broken accounts that are not
 */
public record VerificationSummary(long accounts, long entries, long broken) {

    /** Nothing yet. */
    public static final VerificationSummary NOTHING = new VerificationSummary(0, 0, 0);

    /** {@return whether every account was whole} */
    public boolean intact() {
        return broken == 0;
    }
}
