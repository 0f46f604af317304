package io.tokeneconomy.fulfilment;

import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.fulfilment.Allotments.Due;
import io.tokeneconomy.fulfilment.FulfilmentResult.Status;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.order.OrderItem;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.payment.Invoice;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds or makes the order of an invoice and brings it to where the money is:
 *
 * <ol>
 *   <li>What the invoice is of, its subscription's metadata says; it only points to the order with which the subscription
 *       began, from which account and plan come.
 *   <li>What tokens it brings, {@link Allotments} says; one that brings none is the host's.
 *   <li>The first invoice pays the order with which the subscription began. Each later one has an order of its own, whose
 *       id follows from the invoice.
 * </ol>
 */
final class InvoiceSettlement {

    private final Settlement settlement;
    private final Sales sales;
    private final Catalog catalog;
    private final InstantSource time;

    InvoiceSettlement(Settlement settlement, Sales sales, Catalog catalog, InstantSource time) {
        this.settlement = settlement;
        this.sales = sales;
        this.catalog = catalog;
        this.time = time;
    }

    /** Empty when somebody else came first. */
    Optional<FulfilmentResult> attempt(Look look, Invoice invoice, Decisions decisions) {
        Optional<LedgerEntry> credited = sales.credited(invoice.id());
        if (credited.isPresent()) {
            return again(look, credited.get(), decisions);
        }
        if (!isAllotment(invoice)) {
            return Optional.of(FulfilmentResult.of(Status.FOREIGN, null));
        }
        Optional<OrderId> order = PurchaseMetadata.order(invoice.metadata());
        if (!look.isPaid()) {
            Order begun = order.flatMap(sales::order).orElse(null);
            return Optional.of(FulfilmentResult.of(Status.PENDING, begun));
        }
        return order.isPresent()
                ? attempt(look, invoice, settlement.required(order.get(), look.session()), decisions)
                : settlement.park(look, Misfit.missing("the metadata names no order"), null, decisions);
    }

    private Optional<FulfilmentResult> again(Look look, LedgerEntry credited, Decisions decisions) {
        Optional<OrderId> order = Sales.soldBy(credited).filter(id -> look.review());
        if (order.isEmpty()) {
            return Optional.of(settlement.done(credited));
        }
        SaleTerms terms = new PackageTerms(sales.expired(credited));
        return settlement.decide(look, settlement.required(order.get(), look.session()), terms, decisions);
    }

    /** Invoices that somebody makes by hand are no periods. */
    private boolean isAllotment(Invoice invoice) {
        return invoice.subscriptionId() != null
                && invoice.reason() != Invoice.Reason.OTHER
                && sales.isOurs(invoice.metadata());
    }

    private Optional<FulfilmentResult> attempt(Look look, Invoice invoice, Order agreement, Decisions decisions) {
        Due due = misfit(invoice, agreement).map(Due::unclear).orElseGet(() -> due(invoice, agreement));
        if (due.misfit() != null) {
            return settlement.park(look, due.misfit(), agreement, decisions);
        }
        if (due.allotment() == null) {
            return nothing(invoice, agreement, decisions);
        }
        Order made = order(invoice, agreement, due.allotment());
        SaleTerms terms = terms(invoice, due.allotment(), agreement);
        return settlement.decide(look, sales.order(made.id()).orElse(made), terms, decisions);
    }

    /** A subscription that begins with nothing, as with a trial, pays no order; its later invoices have their own. */
    private Optional<FulfilmentResult> nothing(Invoice invoice, Order agreement, Decisions decisions) {
        if (invoice.reason() != Invoice.Reason.CREATE || agreement.state() != OrderState.PENDING) {
            return Optional.of(FulfilmentResult.of(Status.FOREIGN, null));
        }
        return decisions.make(Scope.NOTHING.order(agreement.id()), snapshot -> {
            Order current = snapshot.order(agreement.id()).orElseThrow();
            Order ended = current.moved(OrderState.EXPIRED, time.instant());
            return current.state() == OrderState.PENDING
                    ? Changes.none(Optional.of(FulfilmentResult.of(Status.EXPIRED, ended)))
                            .order(ended)
                    : Changes.none(Optional.empty());
        });
    }

    /** What earlier invoices paid is a look into the history: only for prices that nothing else explains. */
    private Due due(Invoice invoice, Order agreement) {
        Allotments allotments = new Allotments(invoice, agreement.item(), List.of(), catalog);
        if (allotments.knowEveryPrice()) {
            return allotments.due();
        }
        String subscription = Objects.requireNonNull(invoice.subscriptionId());
        List<OrderItem> paid = sales.paidPlans(agreement.account(), subscription);
        return new Allotments(invoice, agreement.item(), paid, catalog).due();
    }

    private SaleTerms terms(Invoice invoice, Allotment allotment, Order agreement) {
        String subscription = Objects.requireNonNull(invoice.subscriptionId());
        RolledTokens earlier =
                allotment.leftover().rolls() ? sales.rolled(agreement.account(), subscription) : RolledTokens.NONE;
        return new AllotmentTerms(allotment, subscription, FulfilmentRules.purchaseKey(invoice.id()), earlier);
    }

    private static Optional<String> misfit(Invoice invoice, Order agreement) {
        String customer = agreement.refs().customerId();
        if (customer != null && !customer.equals(invoice.customerId())) {
            return Optional.of("the invoice is of another customer than the order");
        }
        if (invoice.payments().size() > 1) {
            return Optional.of("the invoice was paid by several payments");
        }
        return SubscriptionMetadata.isOf(invoice.metadata(), agreement)
                ? Optional.empty()
                : Optional.of("the metadata names another user than the order");
    }

    private Order order(Invoice invoice, Order agreement, Allotment allotment) {
        boolean first = invoice.reason() == Invoice.Reason.CREATE
                && agreement.state() != OrderState.PAID
                && agreement.item().tokens() == allotment.item().tokens();
        return first
                ? agreement
                : Order.begin(
                        OrderId.derived(invoice.createdAt(), invoice.id()),
                        agreement.account(),
                        invoice.mode(),
                        allotment.item(),
                        time.instant());
    }
}
