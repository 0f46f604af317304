package io.tokeneconomy.servlet.admin.console;

import static io.tokeneconomy.servlet.admin.console.Figures.count;
import static io.tokeneconomy.servlet.admin.console.Figures.number;
import static io.tokeneconomy.servlet.admin.console.Html.all;
import static io.tokeneconomy.servlet.admin.console.Html.cls;
import static io.tokeneconomy.servlet.admin.console.Html.el;

import io.tokeneconomy.audit.Cause;
import io.tokeneconomy.audit.Liability;
import io.tokeneconomy.audit.Rollforward;
import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.checkout.SalesLine;
import io.tokeneconomy.servlet.admin.console.Jobs.Job;
import io.tokeneconomy.servlet.admin.console.Stocktaking.Stock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tokens: sold as orders tell, everything else as the last stocktaking found it. */
final class TokensPart {

    static final String BACK = "back";

    private final Visit visit;
    private final String place;

    /** @param place where the button leads back to */
    TokensPart(Visit visit, String place) {
        this.visit = visit;
        this.place = place;
    }

    Html html(List<SalesLine> sales, Optional<Job<Stock>> job) {
        List<Html> cards = new ArrayList<>();
        long sold = sales.stream().mapToLong(SalesLine::tokens).reduce(0, Math::addExact);
        cards.add(Parts.card("Sold, " + Stocktaking.DAYS + " days", number(sold), "tokens of paid purchases"));
        Optional<Stock> stock = job.flatMap(known -> Optional.ofNullable(known.result()));
        stock.ifPresent(found -> cards.addAll(cards(found)));
        return Parts.section("Tokens", Parts.cards(cards), job.map(this::state).orElse(Html.NOTHING));
    }

    static List<Html> cards(Stock stock) {
        Liability owed = stock.liability();
        String unearned = stock.unearned().isEmpty()
                ? "sold for nothing"
                : String.join(
                        ", ",
                        stock.unearned().stream()
                                .map(part -> "sold for " + Money.formatSum(part.amountMinor(), part.currency()))
                                .toList());
        return List.of(
                flow("Spent", stock, Cause.SPENT),
                flow("Expired", stock, Cause.EXPIRED),
                flow("Clawed back", stock, Cause.CLAWED_BACK),
                Parts.card(
                        "Outstanding",
                        number(owed.tokens().paid() + owed.tokens().free()),
                        number(owed.tokens().paid()) + " bought (" + unearned + "), "
                                + number(owed.tokens().free()) + " given"),
                Parts.card("On hold", number(owed.held()), "of those outstanding"),
                Parts.card(
                        "Owed to the shop",
                        number(owed.tokens().debt()),
                        "by " + count(owed.debtors(), "customer", "customers")));
    }

    private static Html flow(String name, Stock stock, Cause cause) {
        return Parts.card(
                name + ", " + Stocktaking.DAYS + " days",
                number(size(stock.month(), cause)),
                number(size(stock.today(), cause)) + " today");
    }

    private static long size(Rollforward flow, Cause cause) {
        return Math.negateExact(flow.of(cause).settled());
    }

    /** How old the numbers are, and the way to newer ones. */
    Html state(Job<?> job) {
        return all(
                JobNote.of(job, "Stock was taken", place),
                job.running()
                        ? Html.NOTHING
                        : Parts.post(
                                visit,
                                "stocktaking",
                                Visit.hidden(BACK, place),
                                el("p", cls("actions"), Parts.button("Take stock now", "small"))));
    }
}
