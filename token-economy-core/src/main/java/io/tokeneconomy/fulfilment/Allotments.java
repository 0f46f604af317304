package io.tokeneconomy.fulfilment;

import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.catalog.Leftover;
import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.catalog.SubscriptionPlan;
import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.order.OrderItem;
import io.tokeneconomy.payment.Invoice;
import io.tokeneconomy.payment.Invoice.Line;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many tokens an invoice brings. Every line of a plan brings the plan's tokens in proportion to what the line charges,
 * before discounts and taxes: a whole period all of them; the rest of a period, after a change of plan, its share; what
 * is given back for the plan before takes its share off. The sum is rounded down, and is never less than nothing.
 */
final class Allotments {

    private final Invoice invoice;
    private final List<Offer> offers;
    private final String agreed;

    /**
     * @param agreed what the subscription was begun with; counts for its first invoice, and for prices that the catalog
     *     does not know (any more)
     * @param paid the plans that earlier invoices of the subscription paid, newest first; counts for prices that
     *     neither the catalog nor the beginning knows
     */
    Allotments(Invoice invoice, OrderItem agreed, List<OrderItem> paid, Catalog catalog) {
        this.invoice = invoice;
        this.agreed = agreed.packageId();
        Offer first = Offer.of(agreed, catalog);
        this.offers = new ArrayList<>(catalog.plans().stream().map(Offer::of).toList());
        offers.add(invoice.reason() == Invoice.Reason.CREATE ? 0 : offers.size(), first);
        paid.forEach(plan -> offers.add(Offer.of(plan, catalog)));
    }

    /**
     * What an invoice brings.
     *
     * @param allotment the tokens; null when there are none
     * @param misfit why that cannot be said; null when it can
     */
    record Due(@Nullable Allotment allotment, @Nullable Misfit misfit) {

        static final Due NOTHING = new Due(null, null);

        static Due unclear(String reason) {
            return new Due(null, Misfit.contradiction(reason));
        }
    }

    private record Offer(OrderItem item, Leftover leftover) {

        static Offer of(SubscriptionPlan plan) {
            return new Offer(OrderItem.of(plan), plan.leftover());
        }

        static Offer of(OrderItem agreed, Catalog catalog) {
            return new Offer(
                    agreed,
                    catalog.findPlan(agreed.packageId())
                            .map(SubscriptionPlan::leftover)
                            .orElse(Leftover.expires()));
        }
    }

    private record Charge(Line line, Offer offer) {

        BigInteger price() {
            return BigInteger.valueOf(offer.item().price().amountMinor());
        }

        boolean isPricedAs(Charge other) {
            return Objects.equals(line.priceId(), other.line.priceId());
        }

        boolean isWholePeriods() {
            long quantity = Math.max(1, line.quantity());
            return line.amount() == 0
                    || BigInteger.valueOf(line.amount()).equals(price().multiply(BigInteger.valueOf(quantity)));
        }
    }

    /** Whether it is known of each line whether it is of a plan. */
    boolean knowEveryPrice() {
        return invoice.lines().stream().noneMatch(this::isUnknown);
    }

    /** What has no price at all is no plan's. */
    private boolean isUnknown(Line line) {
        return line.priceId() != null && offer(line).isEmpty();
    }

    Due due() {
        List<Charge> charges = charges();
        if (charges.isEmpty()) {
            return invoice.isFree() ? Due.NOTHING : Due.unclear("no line of the invoice is of a plan sold here");
        }
        Optional<Charge> odd = charges.stream()
                .filter(charge -> !charge.line().proration() && !charge.isWholePeriods())
                .findFirst();
        return odd.map(charge ->
                        Due.unclear("the invoice charges " + charge.line().amount() + " for plan "
                                + charge.offer().item().packageId() + ", which costs " + charge.price()))
                .orElseGet(() -> due(charges));
    }

    private List<Charge> charges() {
        List<Charge> all = invoice.lines().stream()
                .flatMap(line -> offer(line).map(offer -> new Charge(line, offer)).stream())
                .toList();
        Optional<Charge> plan = all.stream()
                .filter(charge -> isGuessed(charge) && charge.line().amount() != 0)
                .max(Comparator.comparing(charge -> charge.line().length()));
        return all.stream()
                .filter(charge -> plan.isEmpty() || !isGuessed(charge) || charge.isPricedAs(plan.get()))
                .toList();
    }

    /** Something else may cost as much as a plan whose price was given inline: of such lines the longest is the plan's. */
    private static boolean isGuessed(Charge charge) {
        return charge.offer().item().priceId() == null && !charge.line().proration();
    }

    private Due due(List<Charge> charges) {
        BigInteger tokens = tokens(charges);
        if (tokens.signum() <= 0) {
            return isMoveToUnknown(charges)
                    ? Due.unclear("the invoice gives back for plan "
                            + charges.get(0).offer().item().packageId()
                            + ", and charges for a price that is not known")
                    : Due.NOTHING;
        }
        if (tokens.compareTo(BigInteger.valueOf(LedgerLimits.MAX_AMOUNT)) > 0) {
            return Due.unclear("the invoice is for more tokens than can be credited at once");
        }
        Charge main = main(charges);
        OrderItem plan = main.offer().item();
        OrderItem item = new OrderItem(
                plan.packageId(), plan.name(), tokens.longValueExact(), price(charges, plan.price()), plan.priceId());
        return new Due(
                new Allotment(
                        item,
                        plan,
                        main.offer().leftover(),
                        main.line().start(),
                        main.line().end()),
                null);
    }

    /** Of a change of plan only what the old one gives back is understood. */
    private boolean isMoveToUnknown(List<Charge> charges) {
        boolean onlyBack = charges.stream().allMatch(charge -> charge.line().amount() < 0);
        boolean unknown = invoice.lines().stream().anyMatch(line -> line.amount() > 0 && isUnknown(line));
        return !invoice.isFree() && onlyBack && unknown;
    }

    /** The sum of fractions, rounded down once. */
    private static BigInteger tokens(List<Charge> charges) {
        BigInteger above = BigInteger.ZERO;
        BigInteger below = BigInteger.ONE;
        for (Charge charge : charges) {
            BigInteger share = BigInteger.valueOf(charge.offer().item().tokens())
                    .multiply(BigInteger.valueOf(charge.line().amount()));
            above = above.multiply(charge.price()).add(share.multiply(below));
            below = below.multiply(charge.price());
        }
        return above.divide(below);
    }

    /** What the tokens are named after: what charges most, a whole period before a part of one. */
    private static Charge main(List<Charge> charges) {
        Charge main = charges.get(0);
        for (Charge charge : charges) {
            boolean whole = main.line().proration() && !charge.line().proration();
            boolean alike = main.line().proration() == charge.line().proration();
            if (whole || (alike && charge.line().amount() > main.line().amount())) {
                main = charge;
            }
        }
        return main;
    }

    /** What all lines together charge, unless it is no price of that currency. */
    private static Money price(List<Charge> charges, Money otherwise) {
        try {
            long sum = 0;
            for (Charge charge : charges) {
                sum = Math.addExact(sum, charge.line().amount());
            }
            return Money.of(sum, otherwise.currency());
        } catch (InvalidValueException | ArithmeticException e) {
            return otherwise;
        }
    }

    private Optional<Offer> offer(Line line) {
        return offers.stream()
                .filter(offer -> offer.item().price().currency().equals(invoice.currency()))
                .filter(offer -> line.priceId() != null
                        && line.priceId().equals(offer.item().priceId()))
                .findFirst()
                .or(() -> offers.stream().filter(offer -> isInline(offer, line)).findFirst());
    }

    /** A price that was given inline has an id that nobody knows: what it charges tells it. */
    private boolean isInline(Offer offer, Line line) {
        Charge charge = new Charge(line, offer);
        boolean couldBe = line.proration()
                ? BigInteger.valueOf(Math.abs(line.amount())).compareTo(charge.price()) <= 0
                : charge.isWholePeriods();
        return offer.item().priceId() == null
                && offer.item().packageId().equals(agreed)
                && offer.item().price().currency().equals(invoice.currency())
                && couldBe;
    }
}
