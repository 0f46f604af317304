package io.tokeneconomy.reconcile;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.ledger.store.Page;
import io.tokeneconomy.ledger.store.ParkedQuery;
import io.tokeneconomy.order.ParkedPayment;
import java.util.Optional;

/**
 * What a person decides about money that was taken but does not fit its order: credit it after all, give it back, or
 * leave it at that.
 * Thread-safe; any number of callers may decide at once, also in several processes.
 */
public interface ParkedPayments {

    /** {@return a page of the payments that wait for a person, each with the reason} */
    Page<ParkedPayment> list(ParkedQuery query);

    /** {@return the payment of that checkout session, if it was ever parked; also a resolved one} */
    Optional<ParkedPayment> find(String sessionId);

    /**
     * Credits a parked payment. Its tokens are bought ones: an order is made for them at the price that was paid, and they
     * follow their money when it is refunded or disputed, also for what went back of it already. Atomic, and under the key
     * under which the payment would have been credited by itself: it is credited once, whoever comes first.
     *
     * @param sessionId the parked payment's checkout session
     * @param account who receives the tokens; need not be whom the session names
     * @param tokens how many, 1 to {@value io.tokeneconomy.ledger.LedgerLimits#MAX_AMOUNT}
     * @param audit who decided it, and why; kept with the entry
     * @return the credit, also when the same was decided before; or why there is none
     * @throws io.tokeneconomy.error.InvalidValueException when the number of tokens is out of range
     * @throws io.tokeneconomy.payment.PaymentException when the provider cannot be reached; ask again
     * @throws io.tokeneconomy.ledger.store.StoreException when the store cannot be reached; ask again
     */
    ParkedResult release(String sessionId, AccountId account, long tokens, Audit audit);

    /**
     * Gives a parked payment back, all that is left of it. Once, however often it is asked for. Should somebody release it
     * at the same moment, the tokens are taken again with the money.
     *
     * @param sessionId the parked payment's checkout session
     * @return the refund, also when it was made before; or why there is none
     * @throws io.tokeneconomy.payment.PaymentException when the provider refuses or cannot be reached; when it is
     *     retryable, ask again
     * @throws io.tokeneconomy.ledger.store.StoreException when the store cannot be reached; ask again
     */
    ParkedResult refund(String sessionId);

    /**
     * Takes a parked payment off the list because it was decided about elsewhere: an earlier system credited it, it was given
     * back by hand, or it cost nothing and is not wanted. Neither tokens nor money move, and nobody but a person moves them
     * afterwards: no webhook and no reconciliation credits the payment, should it fit one day. It may still be released or
     * refunded here.
     *
     * @param sessionId the parked payment's checkout session
     * @param audit who decided it, and why; kept with the payment
     * @return the dismissal, also when it was dismissed before (by whom, it says); or why there is none
     * @throws io.tokeneconomy.ledger.store.StoreException when the store cannot be reached; ask again
     */
    ParkedResult dismiss(String sessionId, Audit audit);
}
