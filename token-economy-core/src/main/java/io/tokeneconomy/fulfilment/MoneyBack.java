package io.tokeneconomy.fulfilment;

import io.tokeneconomy.order.Reversal;
import io.tokeneconomy.payment.Dispute;
import io.tokeneconomy.payment.Payment;
import io.tokeneconomy.payment.Refund;
import java.math.BigInteger;
import java.util.stream.LongStream;

/**
 * How much of a payment is back with its buyer.
 *
 * @param charged what was charged, in the currency's smallest unit, as all amounts here
 * @param sold what all that was sold cost: more than was charged when the buyer's balance paid a part
 * @param refunded what refunds gave back or are about to
 * @param disputed what disputes withdrew
 */
public record MoneyBack(long charged, long sold, long refunded, long disputed) {

    /** What the payment paid in full. */
    public MoneyBack(long charged, long refunded, long disputed) {
        this(charged, charged, refunded, disputed);
    }

    /** {@return what is back of a payment that paid all that was sold} */
    public static MoneyBack of(Payment payment) {
        return of(payment, 0);
    }

    /**
     * {@return what of a payment is back}
     *
     * @param total what all that was sold cost; counts when it is more than was charged
     */
    public static MoneyBack of(Payment payment, long total) {
        long refunded = sum(payment.refunds().stream()
                .filter(refund -> refund.status().counts())
                .mapToLong(Refund::amountMinor));
        long disputed =
                sum(payment.disputes().stream().filter(Dispute::withdrawn).mapToLong(Dispute::amountMinor));
        return new MoneyBack(payment.chargedMinor(), Math.max(payment.chargedMinor(), total), refunded, disputed);
    }

    /** {@return whether anything is back} */
    public boolean any() {
        return refunded > 0 || disputed > 0;
    }

    /** {@return whether nothing is left of what was charged} Refunds and disputes may overlap. */
    public boolean all() {
        return charged > 0 && refunded + disputed >= charged;
    }

    /**
     * {@return how many of the tokens that the payment bought go back with it} In proportion, rounded down, so that the
     * buyer keeps the fraction; all of them with all that they cost.
     */
    public long tokensOf(long bought) {
        if (charged == 0) {
            return 0;
        }
        return BigInteger.valueOf(bought)
                .multiply(BigInteger.valueOf(refunded + disputed))
                .divide(BigInteger.valueOf(sold))
                .min(BigInteger.valueOf(bought))
                .longValueExact();
    }

    /** Where the money of an order is, of whose tokens nothing changes. */
    Reversal in(Reversal reversal) {
        return new Reversal(charged, refunded, disputed, reversal.tokens(), reversal.taken(), reversal.readings());
    }

    /** {@return how much is left to give back} */
    public long left() {
        return Math.max(0, charged - refunded - disputed);
    }

    /**
     * {@return the smallest amount that lets so many more tokens go back}
     *
     * @param tokens how many more, at most what {@link #tokensOf} leaves
     * @param bought how many the payment bought
     */
    public long amountFor(long tokens, long bought) {
        BigInteger all = BigInteger.valueOf(Math.addExact(tokensOf(bought), tokens));
        BigInteger[] share = all.multiply(BigInteger.valueOf(sold)).divideAndRemainder(BigInteger.valueOf(bought));
        long rounded = share[0].longValueExact() + (share[1].signum() == 0 ? 0 : 1);
        return rounded - refunded - disputed;
    }

    private static long sum(LongStream amounts) {
        return amounts.reduce(0, Math::addExact);
    }
}
