package io.tokeneconomy.fulfilment;

import io.tokeneconomy.payment.Dispute;
import io.tokeneconomy.payment.Payment;
import io.tokeneconomy.payment.Refund;
import java.math.BigInteger;
import java.util.stream.LongStream;

/**
 * How much of a payment is back with its buyer.
 *
 * @param charged what was charged, in the currency's smallest unit, as all amounts here
 * @param refunded what refunds gave back or are about to
 * @param disputed what disputes withdrew
 */
public record MoneyBack(long charged, long refunded, long disputed) {

    /** {@return what of a payment is back} */
    public static MoneyBack of(Payment payment) {
        long refunded = sum(payment.refunds().stream()
                .filter(refund -> refund.status().counts())
                .mapToLong(Refund::amountMinor));
        long disputed =
                sum(payment.disputes().stream().filter(Dispute::withdrawn).mapToLong(Dispute::amountMinor));
        return new MoneyBack(payment.chargedMinor(), refunded, disputed);
    }

    /** {@return whether anything is back} */
    public boolean any() {
        return refunded > 0 || disputed > 0;
    }

    /** {@return whether nothing is left} Refunds and disputes may overlap. */
    public boolean all() {
        return charged > 0 && refunded + disputed >= charged;
    }

    /**
     * {@return how many of the tokens that the payment bought go back with it} In proportion, rounded down, so that the
     * buyer keeps the fraction; all of them with all the money.
     */
    public long tokensOf(long bought) {
        if (charged == 0 || all()) {
            return all() ? bought : 0;
        }
        return BigInteger.valueOf(bought)
                .multiply(BigInteger.valueOf(refunded + disputed))
                .divide(BigInteger.valueOf(charged))
                .longValueExact();
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
        BigInteger[] share = all.multiply(BigInteger.valueOf(charged)).divideAndRemainder(BigInteger.valueOf(bought));
        long rounded = share[0].longValueExact() + (share[1].signum() == 0 ? 0 : 1);
        return rounded - refunded - disputed;
    }

    private static long sum(LongStream amounts) {
        return amounts.reduce(0, Math::addExact);
    }
}
