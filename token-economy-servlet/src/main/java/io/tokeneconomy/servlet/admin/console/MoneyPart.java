package io.tokeneconomy.servlet.admin.console;

import static io.tokeneconomy.servlet.admin.console.Figures.count;
import static io.tokeneconomy.servlet.admin.console.Figures.number;

import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.catalog.TokenPackage;
import io.tokeneconomy.checkout.SalesLine;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.servlet.admin.CardFees;
import io.tokeneconomy.servlet.admin.ConsoleSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The money of one currency in the last days. */
final class MoneyPart {

    private final ConsoleSettings settings;
    private final Catalog catalog;
    private final LocalDate today;

    MoneyPart(ConsoleSettings settings, Catalog catalog, Instant now) {
        this.settings = settings;
        this.catalog = catalog;
        this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    Html html(Turnover turnover) {
        String kind = turnover.mode() == PaymentMode.TEST ? " — test mode, no real money" : "";
        return Parts.section(
                "Money in " + turnover.currency().toUpperCase(java.util.Locale.ROOT) + kind,
                Parts.cards(cards(turnover)),
                chart(turnover),
                packages(turnover));
    }

    private List<Html> cards(Turnover turnover) {
        SalesLine total = turnover.total();
        Optional<SalesLine> now = turnover.on(today);
        List<Html> cards = new ArrayList<>();
        cards.add(Parts.card(
                "Revenue today",
                money(turnover, now.map(SalesLine::grossMinor).orElse(0L)),
                count(now.map(SalesLine::orders).orElse(0L), "purchase", "purchases")));
        cards.add(Parts.card(
                "Revenue, " + Stocktaking.DAYS + " days",
                money(turnover, total.grossMinor()),
                count(total.orders(), "purchase", "purchases") + ", before taxes and discounts"));
        cards.add(Parts.card(
                "Refunded",
                money(turnover, total.refundedMinor()),
                "of these sales; disputed: " + money(turnover, total.disputedMinor())));
        cards.add(fees(turnover, total));
        return cards;
    }

    private Html fees(Turnover turnover, SalesLine total) {
        Optional<CardFees> fees = settings.feesIn(turnover.currency());
        return fees.map(known -> Parts.card(
                        "Fees, estimated",
                        money(turnover, known.of(total.grossMinor(), total.orders())),
                        percent(known) + " + " + money(turnover, known.fixedMinor()) + " a payment"))
                .orElseGet(() -> Parts.card("Fees", "—", "no rate is set for this currency"));
    }

    private Html chart(Turnover turnover) {
        List<BarChart.Bar> bars = new ArrayList<>();
        for (int back = Stocktaking.DAYS - 1; back >= 0; back--) {
            LocalDate day = today.minusDays(back);
            long gross = turnover.on(day).map(SalesLine::grossMinor).orElse(0L);
            bars.add(new BarChart.Bar(day.toString(), gross, money(turnover, gross)));
        }
        return BarChart.of("Revenue by day (UTC)", "Day", "Revenue", bars);
    }

    private Html packages(Turnover turnover) {
        List<SalesLine> lines = turnover.byPackage();
        long most = lines.get(0).grossMinor();
        return Parts.table(
                "Purchases by package, " + Stocktaking.DAYS + " days",
                List.of("Package", "#Purchases", "#Tokens sold", "#Revenue", "Share"),
                lines.stream()
                        .<List<?>>map(line -> List.of(
                                name(line.key().packageId()),
                                number(line.orders()),
                                number(line.tokens()),
                                money(turnover, line.grossMinor()),
                                BarChart.inline(line.grossMinor(), most)))
                        .toList());
    }

    private String name(String packageId) {
        return catalog.find(packageId).map(TokenPackage::name).orElse(packageId);
    }

    private static String money(Turnover turnover, long minor) {
        return Money.formatSum(minor, turnover.currency());
    }

    static String percent(CardFees fees) {
        return java.math.BigDecimal.valueOf(fees.basisPoints(), 2)
                        .stripTrailingZeros()
                        .toPlainString() + " %";
    }
}
