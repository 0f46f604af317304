package io.tokeneconomy.fulfilment;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.engine.Draft;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderItem;
import io.tokeneconomy.payment.CheckoutSession;
import java.time.Instant;
import java.util.Optional;

/** In what kinds of sales differ: what has to fit, and what the tokens are like. */
interface SaleTerms {

    /** Why received money cannot be credited as it stands. */
    Optional<Misfit> problem(Order order, CheckoutSession session);

    /** What is credited of what was ordered, once there is no problem. */
    OrderItem bought(OrderItem ordered, CheckoutSession session);

    /** Until when the tokens can be used, and which are used first. */
    LotTerms lot(Instant now);

    /** What the buyer's statement says. */
    Details details(Order order);

    /** The scope and what {@link #credited} needs beyond it. */
    Scope within(Scope scope);

    /** Whether the account has changed in a way that asks for another look. */
    boolean isOvertakenBy(Account account);

    /** What ended unused of what was credited already. */
    ExpiredTokens expired();

    /** Books what belongs to a credit that was just drafted. */
    void credited(Draft draft, Order order, Instant now);
}
