package io.tokeneconomy.servlet.admin.console;

import io.tokeneconomy.servlet.admin.CardFees;
import java.util.ArrayList;
import java.util.List;

/**
 * What a month would bring: a number of purchases spread over the packages, less what the payment provider takes and what
 * running the shop costs. All amounts are in one currency's smallest unit, and exact.
 *
 * @param purchases how many purchases
 * @param mix how they spread, shares of 100 in all
 * @param fees what the provider takes
 * @param infrastructureMinor what running the shop costs
 */
record Projection(long purchases, List<Part> mix, CardFees fees, long infrastructureMinor) {

    /** Most purchases that are projected. */
    static final long MAX_PURCHASES = 100_000_000;

    private static final int WHOLE = 100;

    /**
     * A package in the mix.
     *
     * @param name its name
     * @param priceMinor its price
     * @param tokens how many tokens it sells
     * @param share how many of 100 purchases are of it
     */
    record Part(String name, long priceMinor, long tokens, int share) {}

    /**
     * What a package brings.
     *
     * @param part which one
     * @param count how many purchases
     * @param grossMinor what they bring
     */
    record Line(Part part, long count, long grossMinor) {}

    Projection {
        mix = List.copyOf(mix);
    }

    /** {@return what each package brings} Where a share is no whole number of purchases, the counts still add up. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        long shares = 0;
        long before = 0;
        for (Part part : mix) {
            shares += part.share();
            long until = purchases * shares / WHOLE;
            long count = until - before;
            lines.add(new Line(part, count, Math.multiplyExact(count, part.priceMinor())));
            before = until;
        }
        return lines;
    }

    long grossMinor() {
        return lines().stream().mapToLong(Line::grossMinor).reduce(0, Math::addExact);
    }

    long feesMinor() {
        return fees.of(grossMinor(), purchases);
    }

    long netMinor() {
        return Math.subtractExact(Math.subtractExact(grossMinor(), feesMinor()), infrastructureMinor);
    }

    long tokens() {
        return lines().stream()
                .mapToLong(line -> Math.multiplyExact(line.count(), line.part().tokens()))
                .reduce(0, Math::addExact);
    }
}
