package io.tokeneconomy.topup;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.order.TopUp;
import io.tokeneconomy.order.TopUpSettings;
import java.util.Optional;

/**
 * Buying a package with the buyer's saved card when few tokens are left:
 *
 * <ol>
 *   <li>A commit leaves fewer tokens than the threshold; this process sees it at once, any other with its next sweep.
 *   <li>An order is committed together with the note that it is being charged, if the buyer's settings allow an attempt:
 *       so of all threads and processes one begins it.
 *   <li>The card is charged, under an idempotency key of the order. No transaction is open, and no spend waits for it.
 *   <li>Money is credited as from a checkout, a refusal is noted. What is not known, because the answer was lost or the
 *       process died, is looked up at the provider by a later sweep; it is never charged again.
 * </ol>
 *
 * <p>The card must have been saved by a checkout with {@link io.tokeneconomy.payment.CheckoutOptions.Feature#SAVE_CARD}.
 * Nothing is bought while the account is blocked or closed. Thread-safe.
 */
public interface TopUps {

    /** Most accounts of one {@link #run}: {@value}. */
    int MAX_RUN = 10_000;

    /**
     * Notes that the buyer allows it, with the card that he saved last. To be called when he agrees to exactly these
     * settings, also when he changes them or has another card. What was charged already still counts for the cap, and the
     * time of the last attempt for the cooldown.
     *
     * @return the state from now on, or why there is none
     * @throws io.tokeneconomy.catalog.UnknownPackageException when the catalog has no such package
     * @throws io.tokeneconomy.payment.PaymentException when the provider cannot be reached
     * @throws io.tokeneconomy.ledger.store.StoreException when the store cannot be reached
     */
    TopUpResult enable(AccountId account, TopUpSettings settings);

    /**
     * Switches it off. What is being charged at this moment is still credited. Doing it again does nothing.
     *
     * @return whether it was on
     * @throws io.tokeneconomy.ledger.store.StoreException when the store cannot be reached
     */
    boolean disable(AccountId account);

    /**
     * {@return what the buyer allowed and how it went; empty when he never did, or his customer was deleted}
     *
     * @throws io.tokeneconomy.ledger.store.StoreException when the store cannot be reached
     */
    Optional<TopUp> find(AccountId account);

    /**
     * Does what is due now, in the calling thread: begins attempts, and settles those whose outcome is unknown. Begins where
     * the last call ended. Works by itself in the background when the builder says so
     * ({@code TokenEconomyBuilder.topUpEvery}); may be called beside that and in many processes. An interrupt ends it
     * before the next account.
     *
     * @param limit most accounts to look at, 1 to {@value #MAX_RUN}
     * @return whether more accounts are left to look at
     * @throws io.tokeneconomy.error.InvalidValueException when the limit is out of range
     * @throws io.tokeneconomy.payment.PaymentException when the provider could not be reached several times in a row
     * @throws io.tokeneconomy.ledger.store.StoreException when the store cannot be reached
     */
    boolean run(int limit);
}
