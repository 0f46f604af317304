package io.tokeneconomy.checkout;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.payment.CheckoutOptions;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.PaymentException;
import java.util.Optional;

/**
 * Selling packages and subscriptions. Starting a checkout:
 *
 * <ol>
 *   <li>The order is committed, so that no payment can ever come for an order nobody knows.
 *   <li>The buyer's customer is looked up, or created and remembered.
 *   <li>The provider opens the session, marked with the order.
 *   <li>What it charges is held against the order before the buyer sees it.
 *   <li>The session's id is added to the order.
 * </ol>
 *
 * Dying between any two steps leaves at most a pending order without a buyer.
 *
 * <p>Thread-safe.
 */
public interface Checkout {

    /**
     * Opens a checkout for one package: once, or as often as the options want it at least.
     *
     * @param account who buys
     * @param packageId what; tokens and price come from the catalog
     * @return the session; send the buyer to its {@link CheckoutSession#url()}, or let the page that embeds the payment
     *     have its {@link CheckoutSession#clientSecret()}
     * @throws io.tokeneconomy.catalog.UnknownPackageException when the catalog has no such package
     * @throws PaymentException when the provider refuses or cannot be reached, or charges another price than the
     *     catalog's
     * @throws io.tokeneconomy.ledger.store.StoreException when the store cannot be reached
     */
    CheckoutSession start(AccountId account, String packageId);

    /**
     * Opens a checkout for one package several times.
     *
     * @param account who buys
     * @param packageId what; tokens and price of one come from the catalog
     * @param quantity how often, 1 to {@value io.tokeneconomy.order.OrderItem#MAX_QUANTITY}, or within {@link
     *     io.tokeneconomy.payment.CheckoutOptions#withQuantities}, where the buyer can change it on the page; credited is
     *     what he pays for
     * @return the session, see {@link #start(AccountId, String)}
     * @throws io.tokeneconomy.catalog.UnknownPackageException when the catalog has no such package
     * @throws io.tokeneconomy.error.InvalidValueException when the quantity is not allowed, or more than the ledger or the
     *     currency can count
     * @throws PaymentException when the provider refuses or cannot be reached, or charges another price than the
     *     catalog's
     * @throws io.tokeneconomy.ledger.store.StoreException when the store cannot be reached
     */
    CheckoutSession start(AccountId account, String packageId, long quantity);

    /**
     * The same as {@link #start(AccountId, String)} with a payment page of its own, for example one that saves the
     * card of a buyer who agreed to it ({@link CheckoutOptions.Feature#SAVE_CARD}).
     *
     * @param options what the page offers and asks for, instead of the shop's {@link CheckoutSettings#options}
     * @see #start(AccountId, String)
     */
    CheckoutSession start(AccountId account, String packageId, CheckoutOptions options);

    /**
     * The same as {@link #start(AccountId, String, long)} with a payment page of its own.
     *
     * @param quantity how often, 1 to {@value io.tokeneconomy.order.OrderItem#MAX_QUANTITY}, and within the options'
     *     {@link CheckoutOptions#quantities} where they have some
     * @param options what the page offers and asks for, instead of the shop's {@link CheckoutSettings#options}
     * @throws io.tokeneconomy.error.InvalidValueException when the quantity is not allowed, or more than the ledger or the
     *     currency can count
     * @see #start(AccountId, String, long)
     */
    CheckoutSession start(AccountId account, String packageId, long quantity, CheckoutOptions options);

    /**
     * {@return where the buyer of an order can take its expired checkout up again; empty when it is not expired, was paid
     * since, or recovery was not asked for} The provider makes a new session for the same order, at the same price; the
     * first payment credits it, any other is parked.
     *
     * @param order the order
     * @throws PaymentException when the provider cannot be reached
     * @throws io.tokeneconomy.ledger.store.StoreException when the store cannot be reached
     * @see io.tokeneconomy.payment.CheckoutOptions.Feature#RECOVERY
     */
    Optional<String> recoveryUrl(OrderId order);

    /**
     * Opens a checkout that begins a subscription: tokens for every period that is paid for. The tokens of a period are
     * credited when its invoice is paid, those of the first one too.
     *
     * @param account who subscribes; whether it may have several subscriptions is the host's to decide
     * @param planId to what; tokens and price come from the catalog
     * @return the session; send the buyer to its {@link CheckoutSession#url()}
     * @throws io.tokeneconomy.catalog.UnknownPlanException when the catalog has no such plan
     * @throws PaymentException when the provider refuses or cannot be reached, has no subscriptions, or charges another
     *     price than the catalog's, or as often as another plan's
     * @throws io.tokeneconomy.ledger.store.StoreException when the store cannot be reached
     */
    CheckoutSession subscribe(AccountId account, String planId);

    /**
     * The same as {@link #subscribe(AccountId, String)} with a payment page of its own. What Stripe has only for single
     * payments is left out: an invoice (a subscription makes them anyway), the button's word, quantities, and a
     * receipt's address.
     *
     * @param options what the page offers and asks for, instead of the shop's {@link CheckoutSettings#options}
     * @see #subscribe(AccountId, String)
     */
    CheckoutSession subscribe(AccountId account, String planId, CheckoutOptions options);

    /**
     * Confirms a checkout when the buyer returns from it: reads the session, and credits the tokens if the money is
     * there and nobody was faster. Safe to repeat and to call beside webhooks.
     *
     * @param account who asks; sees only purchases of its own
     * @param sessionId the session, from the success page's address
     * @return where the purchase stands
     * @throws PaymentException when the provider cannot be reached
     * @throws io.tokeneconomy.ledger.store.StoreException when the store cannot be reached
     */
    Confirmation confirm(AccountId account, String sessionId);

    /**
     * {@return where the provider shows the receipt of a purchase now; empty when the account bought nothing so, or there
     * is no receipt, as of a sale for which nothing had to be paid} To be asked for when the buyer wants it: the address
     * may end, and is not kept here. Whoever has it sees the receipt.
     *
     * @param account who asks; sees only purchases of its own
     * @param sessionId what was paid, as its entry says: {@link io.tokeneconomy.ledger.PurchaseDetails#sessionId()}
     * @throws PaymentException when the provider refuses or cannot be reached
     * @throws io.tokeneconomy.ledger.store.StoreException when the store cannot be reached
     */
    Optional<String> receiptUrl(AccountId account, String sessionId);
}
