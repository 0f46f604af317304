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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets an order's tokens follow its money. The provider's answer says where the money is in all, never what changed, so
 * that it does not matter how often and in which order one hears of it:
 *
 * <ol>
 *   <li>Of the tokens bought so many have to go back as {@link MoneyBack#tokensOf} says.
 *   <li>What is more than before is clawed back, what is less is given again.
 *   <li>Tokens of the credit that ended unused count as taken back.
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
     * @param expired what ended unused of the credit
     * @return the order afterwards; empty when the account cannot bear it, and nothing is booked
     */
    Optional<Order> follow(
            Draft draft, Order order, IdempotencyKey source, PaymentReading reading, ExpiredTokens expired) {
        Reversal old = order.reversal();
        MoneyBack money = reading.money();
        long owed = money.tokensOf(order.item().tokens());
        long due = Math.max(0, owed - expired(draft, order, source, expired));
        IdempotencyKey key = nextKey(order);
        Details details = details(order, money, reading.payment().id());
        long more = Math.min(owed - old.tokens(), due - old.taken());
        long less = Math.min(old.tokens() - owed, old.taken() - due);
        boolean stands = true;
        if (more > 0) {
            stands = stands(draft, new Clawback(order.account(), source, more, key, policy, details));
        } else if (less > 0) {
            stands = stands(draft, new Reinstatement(order.account(), source, less, key, details));
        }
        if (!stands) {
            return Optional.empty();
        }
        long moved =
                more > 0 || less > 0 ? draft.entry(key).map(LedgerEntry::amount).orElseThrow() : 0;
        return Optional.of(order.withReversal(
                new Reversal(
                        money.charged(),
                        money.refunded(),
                        money.disputed(),
                        owed,
                        old.taken() - moved,
                        old.readings() + 1),
                now));
    }

    /** Those that end in this commit have not been used either. */
    private long expired(Draft draft, Order order, IdempotencyKey source, ExpiredTokens before) {
        long lot = draft.entry(source).map(LedgerEntry::sequence).orElseThrow();
        List<LedgerEntry> booked = new ArrayList<>(draft.changes(order).entries());
        booked.addAll(LedgerRules.settle(draft.account(order.account()), now).entries());
        return before.with(lot, booked);
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
