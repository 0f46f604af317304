package io.tokeneconomy.fulfilment;

import io.tokeneconomy.ledger.Clawback;
import io.tokeneconomy.ledger.ClawbackPolicy;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.Reinstatement;
import io.tokeneconomy.ledger.engine.Draft;
import io.tokeneconomy.ledger.rules.Decision;
import io.tokeneconomy.ledger.rules.LedgerRules;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.Reversal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Lets an order's tokens follow its money. The provider's answer says where the money is in all, never what changed, so
 * that it does not matter how often and in which order one hears of it:
 *
 * <ol>
 *   <li>Of the tokens bought so many have to go back as {@link MoneyBack#tokensOf} says.
 *   <li>What is more than before is clawed back, what is less is given again.
 *   <li>Never more is given again than was taken: where spent tokens are forgiven, they stay forgiven.
 * </ol>
 */
final class Reversals {

    private final ClawbackPolicy policy;
    private final Instant now;

    Reversals(ClawbackPolicy policy, Instant now) {
        this.policy = policy;
        this.now = now;
    }

    /** The key of what the next reading of an order's payment makes necessary. */
    static IdempotencyKey nextKey(Order order) {
        return IdempotencyKey.reserved(
                "reversal", order.id() + ":" + (order.reversal().readings() + 1));
    }

    /**
     * Books what follows from an answer of the provider.
     *
     * @param draft where it is booked
     * @param order the credited order
     * @param source the key of the credit
     * @param reading where the money is
     * @return the order afterwards; empty when the account cannot bear it, and nothing is booked
     */
    Optional<Order> follow(Draft draft, Order order, IdempotencyKey source, PaymentReading reading) {
        Reversal old = order.reversal();
        MoneyBack money = reading.money();
        long owed = money.tokensOf(order.item().tokens());
        IdempotencyKey key = nextKey(order);
        Details details = details(order, money, reading.payment().id());
        long taken;
        if (owed > old.tokens()) {
            Clawback clawback = new Clawback(order.account(), source, owed - old.tokens(), key, policy, details);
            if (!stands(draft, clawback)) {
                return Optional.empty();
            }
            taken = old.taken()
                    + draft.entry(key)
                            .map(LedgerEntry::amount)
                            .map(Math::negateExact)
                            .orElseThrow();
        } else {
            taken = Math.min(old.taken(), owed);
            boolean given = taken == old.taken()
                    || stands(draft, new Reinstatement(order.account(), source, old.taken() - taken, key, details));
            if (!given) {
                return Optional.empty();
            }
        }
        return Optional.of(order.withReversal(
                new Reversal(money.charged(), money.refunded(), money.disputed(), owed, taken, old.readings() + 1),
                now));
    }

    private boolean stands(Draft draft, Operation operation) {
        Decision decision = LedgerRules.decide(draft, operation, now);
        draft.take(decision);
        return decision.outcome() instanceof Outcome.Applied;
    }

    private static Details details(Order order, MoneyBack money, String paymentId) {
        return Details.NONE
                .withReference(paymentId)
                .withDescription(cause(order, money) + ": " + order.item().name() + " package")
                .withMetadata(Map.of(
                        "charged_minor", Long.toString(money.charged()),
                        "refunded_minor", Long.toString(money.refunded()),
                        "disputed_minor", Long.toString(money.disputed())));
    }

    /** One answer may tell of several things; named is one that explains why tokens come or go. */
    private static String cause(Order order, MoneyBack money) {
        Reversal old = order.reversal();
        if (money.tokensOf(order.item().tokens()) > old.tokens()) {
            return money.disputed() > old.disputedMinor() ? "Disputed" : "Refunded";
        }
        return money.disputed() < old.disputedMinor() ? "Dispute ended" : "Refund failed";
    }
}
