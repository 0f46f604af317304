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

/**
 * A package is paid once, and its tokens never expire. What was credited already has no other terms left than these,
 * whatever it is.
 *
 * @param expired what ended of it unused
 */
record PackageTerms(ExpiredTokens expired) implements SaleTerms {

    static final PackageTerms PACKAGE = new PackageTerms(ExpiredTokens.NONE);

    @Override
    public Optional<Misfit> problem(Order order, CheckoutSession session) {
        return PurchaseMetadata.isOfAnEarlierSystem(session.metadata())
                ? Fit.contradiction(order, session)
                : Fit.problem(order, session);
    }

    @Override
    public OrderItem bought(OrderItem ordered, CheckoutSession session) {
        return Bought.of(ordered, session.amounts()).known().orElseThrow();
    }

    @Override
    public LotTerms lot(Instant now) {
        return LotTerms.PURCHASED;
    }

    @Override
    public Details details(Order order) {
        return Purchases.details(order);
    }

    @Override
    public Scope within(Scope scope) {
        return scope;
    }

    @Override
    public boolean isOvertakenBy(Account account) {
        return expired.isOvertakenBy(account);
    }

    @Override
    public void credited(Draft draft, Order order, Instant now) {}
}
