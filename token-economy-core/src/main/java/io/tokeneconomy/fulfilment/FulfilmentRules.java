package io.tokeneconomy.fulfilment;

import io.tokeneconomy.fulfilment.FulfilmentResult.Status;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.Purchase;
import io.tokeneconomy.ledger.PurchaseDetails;
import io.tokeneconomy.ledger.engine.Draft;
import io.tokeneconomy.ledger.rules.Decision;
import io.tokeneconomy.ledger.rules.LedgerRules;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.order.Reversal;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.CheckoutSession.PaymentStatus;
import io.tokeneconomy.payment.PaymentEvent.Change;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a session, as the provider tells it now, means for its order. Depends on the session's state, not on how often
 * or in which order it was told:
 *
 * <ol>
 *   <li>A session that was credited is not credited again, whichever order it names now.
 *   <li>What a person dismissed stays as it is.
 *   <li>Without money a pending order expires, fails or waits; any other stays as it is.
 *   <li>Money of another session for a paid order is parked.
 *   <li>Money that fits its order is credited as often as it bought, whatever state the order is in; no money at all only
 *       where the host lets it be.
 *   <li>Money that does not fit is parked, unless all of it went back.
 *   <li>Tokens that were credited, now or before, follow what went back of their money.
 * </ol>
 */
final class FulfilmentRules {

    private final CheckoutSession session;
    private final @Nullable Change hint;
    private final @Nullable PaymentReading reading;
    private final SaleTerms terms;
    private final Reversals reversals;
    private final boolean creditFree;
    private final Instant now;

    /** @param reading where the money is now; null when it is only known that it was received */
    FulfilmentRules(
            CheckoutSession session,
            @Nullable Change hint,
            @Nullable PaymentReading reading,
            SaleTerms terms,
            FulfilmentPolicy policy,
            Instant now) {
        this.session = session;
        this.hint = hint;
        this.reading = reading;
        this.terms = terms;
        this.reversals = new Reversals(policy.clawback(), now);
        this.creditFree = policy.creditFree();
        this.now = now;
    }

    Scope scope(Order order) {
        Scope scope = terms.within(Scope.NOTHING
                .order(order.id())
                .account(order.account())
                .key(purchaseKey(session.id()))
                .key(Reversals.nextKey(order))
                .session(session.id()));
        return reading == null ? scope : TopUpEnd.within(scope, order);
    }

    /** A session is credited once, whichever order it names; that an order is credited once, its state says. */
    static IdempotencyKey purchaseKey(String sessionId) {
        return IdempotencyKey.reserved("purchase", sessionId);
    }

    static boolean moneyReceived(CheckoutSession session) {
        return session.paymentStatus() == PaymentStatus.PAID
                || (session.paymentStatus() == PaymentStatus.NO_PAYMENT_REQUIRED
                        && session.status() == CheckoutSession.Status.COMPLETE);
    }

    /**
     * Empty when somebody else asked the provider meanwhile.
     *
     * @param asRead the order that the scope was made for, or one made up for a sale that had none
     */
    Changes<Optional<FulfilmentResult>> decide(Snapshot snapshot, Order asRead) {
        Order order = snapshot.order(asRead.id()).orElse(asRead);
        if (isOvertaken(order, asRead) || terms.isOvertakenBy(snapshot.account(asRead.account()))) {
            return Changes.none(Optional.empty());
        }
        Changes<FulfilmentResult> decided = decided(snapshot, order);
        return decided.withResult(Optional.of(decided.result()));
    }

    private Changes<FulfilmentResult> decided(Snapshot snapshot, Order order) {
        Optional<LedgerEntry> credited = snapshot.entry(purchaseKey(session.id()));
        if (credited.isPresent()) {
            return isFor(order, credited.get())
                    ? follow(snapshot, new Draft(snapshot), order, Status.ALREADY_DONE)
                    : Changes.none(FulfilmentResult.of(Status.ALREADY_DONE, null));
        }
        if (!moneyReceived(session)) {
            return unpaid(order);
        }
        if (Parking.isDismissed(snapshot, session)) {
            return Changes.none(FulfilmentResult.of(Status.PARKED, order));
        }
        if (order.state() == OrderState.PAID) {
            return park(snapshot, order, Misfit.contradiction("another session paid order " + order.id() + " already"));
        }
        return terms.problem(order, session)
                .or(this::unwanted)
                .map(misfit -> park(snapshot, order, misfit))
                .orElseGet(() -> credit(snapshot, order));
    }

    private Optional<Misfit> unwanted() {
        boolean free = session.paymentStatus() == PaymentStatus.NO_PAYMENT_REQUIRED
                || (session.amounts() != null && session.amounts().total() == 0);
        return free && !creditFree
                ? Optional.of(Misfit.contradiction("nothing was charged, and sales for nothing are not credited here"))
                : Optional.empty();
    }

    /** An order whose account was erased meanwhile belongs to another, which the scope does not name. */
    private boolean isOvertaken(Order order, Order asRead) {
        return !order.account().equals(asRead.account()) || (reading != null && reading.isOvertaken(order));
    }

    private static boolean isFor(Order order, LedgerEntry entry) {
        PurchaseDetails purchase = entry.purchase();
        return purchase != null && purchase.orderId().equals(order.id().value());
    }

    private Changes<FulfilmentResult> unpaid(Order order) {
        if (order.state() != OrderState.PENDING) {
            return Changes.none(FulfilmentResult.of(statusOf(order.state()), order));
        }
        if (session.status() == CheckoutSession.Status.EXPIRED) {
            return close(order, OrderState.EXPIRED);
        }
        if (hint == Change.ASYNC_PAYMENT_FAILED) {
            return close(order, OrderState.FAILED);
        }
        boolean open = session.status() == CheckoutSession.Status.OPEN;
        return Changes.none(FulfilmentResult.of(open ? Status.OPEN : Status.PENDING, order));
    }

    private Changes<FulfilmentResult> close(Order order, OrderState state) {
        Order closed = order.moved(state, now);
        return Changes.none(FulfilmentResult.of(statusOf(state), closed)).order(closed);
    }

    /** @param ordered as it was begun; it is credited as it was bought */
    private Changes<FulfilmentResult> credit(Snapshot snapshot, Order ordered) {
        Order order = ordered.withItem(terms.bought(ordered.item(), session), now);
        Purchase purchase = Purchases.of(order, session.refs(), terms.lot(now), terms.details(order));
        Draft draft = new Draft(snapshot);
        Decision decision = LedgerRules.decide(draft, purchase, now);
        if (!(decision.outcome() instanceof Outcome.Applied)) {
            return park(snapshot, ordered, Misfit.contradiction("the account cannot hold so many tokens"));
        }
        draft.take(decision);
        terms.credited(draft, order, now);
        Order paid = order.withRefs(session.refs(), now).moved(OrderState.PAID, now);
        return follow(snapshot, draft, paid, Status.CREDITED);
    }

    /** Lets the tokens of a credited order follow its money, as far as it is known where that is. */
    private Changes<FulfilmentResult> follow(Snapshot snapshot, Draft draft, Order order, Status status) {
        if (reading == null) {
            return done(snapshot, draft, order, status);
        }
        Misfit misfit = reading.problem(order).orElse(null);
        Order moved = misfit != null
                ? null
                : reversals
                        .follow(draft, order, purchaseKey(session.id()), reading, terms.expired())
                        .orElse(null);
        if (moved != null) {
            return TopUpEnd.follow(snapshot, session, moved, done(snapshot, draft, moved, status));
        }
        Misfit trouble = misfit != null ? misfit : Misfit.contradiction("the account cannot bear what went back");
        return unsettled(snapshot, draft, order.withReversal(order.reversal().readAgain(), now), trouble);
    }

    private Changes<FulfilmentResult> done(Snapshot snapshot, Draft draft, Order order, Status status) {
        Changes<Order> booked = draft.changes(order);
        boolean reversed = status == Status.ALREADY_DONE && !booked.entries().isEmpty();
        FulfilmentResult result =
                new FulfilmentResult(reversed ? Status.REVERSED : status, order, booked.entries(), null, null);
        boolean asItWas = snapshot.order(order.id()).filter(order::equals).isPresent();
        Changes<FulfilmentResult> changes =
                asItWas ? booked.withResult(result) : booked.withResult(result).order(order);
        return Parking.resolve(snapshot, session, changes, now);
    }

    private Changes<FulfilmentResult> unsettled(Snapshot snapshot, Draft draft, Order order, Misfit misfit) {
        Changes<FulfilmentResult> parked = Parking.park(snapshot, session, misfit, order, true, now);
        Changes<Order> booked = draft.changes(order);
        return parked.booking(booked.accounts(), booked.entries())
                .withResult(parked.result().booking(booked.entries()))
                .order(order);
    }

    private Changes<FulfilmentResult> park(Snapshot snapshot, Order order, Misfit misfit) {
        boolean gone = reading != null && reading.allBack();
        OrderState state = gone ? OrderState.FAILED : OrderState.PARKED;
        boolean asItIs = order.state() == state || staysAsItIs(snapshot, order);
        boolean astray = order.state() == OrderState.PAID || isOfAnother(order);
        Order moved = looked(asItIs ? order : order.moved(state, now), astray);
        Changes<FulfilmentResult> changes = gone
                ? Parking.resolve(snapshot, session, Changes.none(FulfilmentResult.of(Status.FAILED, moved)), now)
                : Parking.park(snapshot, session, misfit, moved, reading != null, now);
        Changes<FulfilmentResult> all = moved.equals(order) ? changes : changes.order(moved);
        return TopUpEnd.follow(snapshot, session, moved, all);
    }

    /**
     * Also here an older answer must not win: it might find a payment settled whose refund has failed since. Where money is
     * that was never credited is kept for those who ask whether more of it went back.
     */
    private Order looked(Order order, boolean astray) {
        if (reading == null) {
            return order;
        }
        boolean comparable = !astray && reading.problem(order).isEmpty();
        Reversal counted = order.reversal().readAgain();
        return order.withReversal(comparable ? reading.money().in(counted) : counted, now);
    }

    private boolean staysAsItIs(Snapshot snapshot, Order order) {
        boolean settled = reading == null && Parking.isResolved(snapshot, session);
        return settled || order.state() == OrderState.PAID || isOfAnother(order);
    }

    /** Money that went astray must not close the checkout of whoever it names. */
    private boolean isOfAnother(Order order) {
        String own = order.refs().sessionId();
        return own != null && !own.equals(session.id());
    }

    private static Status statusOf(OrderState state) {
        return switch (state) {
            case PENDING -> Status.PENDING;
            case PAID -> Status.ALREADY_DONE;
            case EXPIRED -> Status.EXPIRED;
            case FAILED -> Status.FAILED;
            case PARKED -> Status.PARKED;
        };
    }
}
