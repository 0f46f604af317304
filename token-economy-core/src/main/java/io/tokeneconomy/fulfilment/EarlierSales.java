package io.tokeneconomy.fulfilment;

import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.catalog.TokenPackage;
import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.order.OrderItem;
import io.tokeneconomy.payment.CheckoutSession;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sales begun by a system before this one, which wrote user, package and tokens on its sessions but no order. What it
 * wrote is believed as far as the catalog sells the same for the same price; everything else waits for a person.
 */
final class EarlierSales {

    private static final Misfit NO_ORDER = Misfit.missing("the metadata names no order");

    private final Catalog catalog;
    private final boolean credited;

    /** @param credited whether the host wants them credited */
    EarlierSales(Catalog catalog, boolean credited) {
        this.catalog = catalog;
        this.credited = credited;
    }

    /**
     * A sale, or why it is none.
     *
     * @param order the order it would have had, with an id that follows from the session; null when it is none
     * @param misfit why it is none
     */
    record Sale(@Nullable Order order, Misfit misfit) {}

    Sale of(CheckoutSession session, Instant now) {
        if (!credited || !PurchaseMetadata.isOfAnEarlierSystem(session.metadata())) {
            return new Sale(null, NO_ORDER);
        }
        Optional<AccountId> buyer = buyer(session.metadata().get(PurchaseMetadata.USER_ID));
        Optional<TokenPackage> offer = Optional.ofNullable(session.metadata().get(PurchaseMetadata.PACKAGE_ID))
                .flatMap(catalog::find);
        if (buyer.isEmpty() || offer.isEmpty()) {
            return new Sale(null, Misfit.missing("the metadata names no order, and no user or no package on sale"));
        }
        Order order = Order.begin(
                OrderId.derived(session.expiresAt(), session.id()),
                buyer.get(),
                session.mode(),
                item(offer.get()),
                now);
        return Fit.contradiction(order, session)
                .map(misfit -> new Sale(null, misfit))
                .orElseGet(() -> new Sale(order, NO_ORDER));
    }

    /** Which of the provider's prices it was sold under is not known; what it cost must do. */
    private static OrderItem item(TokenPackage offer) {
        return new OrderItem(offer.id(), offer.name(), offer.tokens(), offer.price(), null);
    }

    private static Optional<AccountId> buyer(@Nullable String user) {
        try {
            return Optional.of(AccountId.of(Objects.requireNonNullElse(user, "")));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }
}
