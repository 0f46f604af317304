package io.tokeneconomy.reconcile;

/**
 * Compares the payment provider's books with the ledger: for webhooks that never came, for hours in which the shop was
 * down, and for auditors. Thread-safe; any number of processes may reconcile at once, beside webhooks.
 *
 * <p>Looked at is, each by the time of its creation (a sale that an earlier system began, among the orders by the time at
 * which its checkout would have expired):
 *
 * <ol>
 *   <li>every checkout of the provider,
 *   <li>the payment of every refund,
 *   <li>the payment of every dispute,
 *   <li>every order here that counts as paid.
 * </ol>
 *
 * What is found is what {@linkplain io.tokeneconomy.webhook.Webhooks webhooks} would do about it, had they come: the same
 * rules decide, under the same keys. Checkouts of other applications are counted and left alone. What changes after its
 * creation (a dispute that ends, a refund that fails) is found in the window of its creation.
 *
 * <p>A provider or store that fails in the middle ends the run, not the report: {@link Report#trouble} says why, {@link
 * Report#rest} goes on from there.
 */
public interface Reconciliation {

    /**
     * {@return what differs} Changes nothing.
     *
     * @throws io.tokeneconomy.error.InvalidValueException when {@link Window#resumeAfter} is nothing that a report said
     */
    Report check(Window window);

    /**
     * {@return what differed} Repairs it, as far as that is not for a person to decide.
     *
     * @throws io.tokeneconomy.error.InvalidValueException when {@link Window#resumeAfter} is nothing that a report said
     */
    Report repair(Window window);
}
