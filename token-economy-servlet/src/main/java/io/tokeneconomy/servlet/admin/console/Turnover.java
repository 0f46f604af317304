package io.tokeneconomy.servlet.admin.console;

import io.tokeneconomy.checkout.SalesLine;
import io.tokeneconomy.order.PaymentMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Sales of one currency and one kind of money, which are never added to others.
 *
 * @param mode whether the money is real
 * @param currency which money
 * @param lines the sales, never none
 */
record Turnover(PaymentMode mode, String currency, List<SalesLine> lines) {

    /** Real money first, then by currency. */
    static List<Turnover> of(List<SalesLine> lines) {
        Map<String, List<SalesLine>> parts = new TreeMap<>();
        for (SalesLine line : lines) {
            String part = line.key().mode() + " " + line.key().currency();
            parts.computeIfAbsent(part, name -> new ArrayList<>()).add(line);
        }
        return parts.values().stream()
                .map(part ->
                        new Turnover(part.get(0).key().mode(), part.get(0).key().currency(), part))
                .toList();
    }

    SalesLine total() {
        return sum(lines).orElseThrow();
    }

    Optional<SalesLine> on(LocalDate day) {
        return sum(lines.stream().filter(line -> line.key().day().equals(day)).toList());
    }

    /** By package, the one that brought most first. */
    List<SalesLine> byPackage() {
        Map<String, SalesLine> packages = new TreeMap<>();
        lines.forEach(line -> packages.merge(line.key().packageId(), line, SalesLine::plus));
        return packages.values().stream()
                .sorted(Comparator.comparingLong(SalesLine::grossMinor).reversed())
                .toList();
    }

    private static Optional<SalesLine> sum(List<SalesLine> lines) {
        return lines.stream().reduce(SalesLine::plus);
    }
}
