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
record MoneyBack(long charged, long refunded, long disputed) {

    static MoneyBack of(Payment payment) {
        long refunded = sum(payment.refunds().stream()
                .filter(refund -> refund.status().counts())
                .mapToLong(Refund::amountMinor));
        long disputed =
                sum(payment.disputes().stream().filter(Dispute::withdrawn).mapToLong(Dispute::amountMinor));
        return new MoneyBack(payment.chargedMinor(), refunded, disputed);
    }

    /** Refunds and disputes together take no more than there was. */
    boolean all() {
        return charged > 0 && refunded + disputed >= charged;
    }

    /**
     * {@return how many of the tokens that the payment bought go back with it} In proportion, rounded down, so that the
     * buyer keeps the fraction; all of them with all the money.
     */
    long tokensOf(long bought) {
        if (charged == 0 || all()) {
            return all() ? bought : 0;
        }
        return BigInteger.valueOf(bought)
                .multiply(BigInteger.valueOf(refunded + disputed))
                .divide(BigInteger.valueOf(charged))
                .longValueExact();
    }

    private static long sum(LongStream amounts) {
        return amounts.reduce(0, Math::addExact);
    }
}
