package io.tokeneconomy.audit;

import io.tokeneconomy.ledger.Verification;

/** Watches a verification of all accounts. */
@FunctionalInterface
public interface VerificationWatch {

    /**
     * Told after each account, on the verifying thread. What it throws ends the verification and is thrown on; to go on
     * later, remember the account.
     *
     * @param result what was found
     * @param soFar this account included
     */
    void verified(Verification result, VerificationSummary soFar);
}
