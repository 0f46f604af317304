package io.tokeneconomy.fulfilment;

import io.tokeneconomy.fulfilment.RolledTokens.Period;
import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Lapse;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.engine.Draft;
import io.tokeneconomy.ledger.rules.Decision;
import io.tokeneconomy.ledger.rules.LedgerRules;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderItem;
import io.tokeneconomy.payment.CheckoutSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tokens of a subscription's period. That the invoice fits was seen when the allotment was made. */
final class AllotmentTerms implements SaleTerms {

    static final String SUBSCRIPTION = "subscription_id";
    static final String START = "period_start";
    static final String END = "period_end";

    private static final String OWN = "own";

    private final Allotment allotment;
    private final String subscriptionId;
    private final IdempotencyKey own;
    private final RolledTokens earlier;

    /**
     * @param own the key of the credit
     * @param earlier what may be left of the subscription's other periods
     */
    AllotmentTerms(Allotment allotment, String subscriptionId, IdempotencyKey own, RolledTokens earlier) {
        this.allotment = allotment;
        this.subscriptionId = subscriptionId;
        this.own = own;
        this.earlier = earlier;
    }

    @Override
    public Optional<Misfit> problem(Order order, CheckoutSession session) {
        return Optional.empty();
    }

    /** The order of an invoice is made for what the invoice brings. */
    @Override
    public OrderItem bought(OrderItem ordered, CheckoutSession session) {
        return ordered;
    }

    @Override
    public LotTerms lot(Instant now) {
        return allotment.lot(now);
    }

    @Override
    public Details details(Order order) {
        Map<String, String> told = new HashMap<>(PaidPlans.told(allotment.plan()));
        told.put(SUBSCRIPTION, subscriptionId);
        told.put(START, allotment.start().toString());
        told.put(END, allotment.end().toString());
        return Details.NONE
                .withDescription(order.item().name() + " subscription")
                .withMetadata(told);
    }

    @Override
    public Scope within(Scope scope) {
        Scope wide = scope.key(lapseKey(OWN));
        for (Period period : earlier.periods()) {
            wide = wide.key(period.source()).key(lapseKey(period));
        }
        return wide;
    }

    @Override
    public boolean isOvertakenBy(Account account) {
        return allotment.leftover().rolls() && earlier.isOvertakenBy(account);
    }

    /** Nothing was credited yet. */
    @Override
    public ExpiredTokens expired() {
        return ExpiredTokens.NONE;
    }

    /**
     * Cuts what all periods left that are over when the newest one begins down to the cap, the oldest first. A change of
     * plan within a period does not end it. It only depends on which periods are paid, not on the order in which that is
     * told.
     */
    @Override
    public void credited(Draft draft, Order order, Instant now) {
        Long cap = allotment.leftover().cap();
        if (cap == null) {
            return;
        }
        Map<Long, Long> left = new HashMap<>();
        draft.account(order.account()).lots().forEach(lot -> left.put(lot.number(), lot.remaining()));
        List<Period> past = over(draft);
        long over = -cap;
        for (Period period : past) {
            over += left.getOrDefault(period.lot(), 0L);
        }
        for (Period period : past) {
            long part = Math.min(over, left.getOrDefault(period.lot(), 0L));
            if (part > 0) {
                lapse(draft, order, period, part, now);
                over -= part;
            }
        }
    }

    private List<Period> over(Draft draft) {
        List<Period> all = new ArrayList<>(earlier.periods());
        draft.entry(own)
                .ifPresent(entry -> all.add(new Period(entry.sequence(), own, allotment.start(), allotment.end())));
        Instant newest =
                all.stream().map(Period::start).max(Comparator.naturalOrder()).orElse(Instant.MIN);
        return all.stream()
                .filter(period ->
                        period.start().isBefore(newest) && !period.end().isAfter(newest))
                .sorted(Comparator.comparing(Period::start).thenComparing(Period::lot))
                .toList();
    }

    private void lapse(Draft draft, Order order, Period period, long amount, Instant now) {
        Details details = Details.NONE.withDescription("Left over from an earlier period");
        IdempotencyKey key = lapseKey(period);
        Decision decision =
                LedgerRules.decide(draft, new Lapse(order.account(), period.source(), amount, key, details), now);
        if (!(decision.outcome() instanceof Outcome.Applied)) {
            throw new IllegalStateException("tokens that are there cannot lapse: " + decision.outcome());
        }
        draft.take(decision);
    }

    /** One for each pair of invoices: a period may be cut at several renewals. */
    private IdempotencyKey lapseKey(Period period) {
        return lapseKey(period.source().equals(own) ? OWN : Long.toString(period.lot()));
    }

    private IdempotencyKey lapseKey(String lot) {
        return IdempotencyKey.reserved("lapse", own.value() + ":" + lot);
    }
}
