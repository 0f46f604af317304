package io.tokeneconomy.servlet.admin.console;

import static io.tokeneconomy.servlet.admin.console.Figures.number;
import static io.tokeneconomy.servlet.admin.console.Html.all;
import static io.tokeneconomy.servlet.admin.console.Html.attr;
import static io.tokeneconomy.servlet.admin.console.Html.cls;
import static io.tokeneconomy.servlet.admin.console.Html.el;

import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.catalog.TokenPackage;
import io.tokeneconomy.servlet.admin.ConsoleSettings;
import java.util.List;
import java.util.Optional;

/** What a month would bring. Reads the catalog, books nothing. */
final class ProjectionScreen implements Screen {

    private final Scenario scenario;
    private final String currency;
    private final boolean several;
    private final boolean nothing;

    ProjectionScreen(Catalog catalog, ConsoleSettings settings) {
        this.nothing = catalog.packages().isEmpty();
        this.currency = nothing ? "usd" : catalog.packages().get(0).price().currency();
        List<TokenPackage> offers = catalog.packages().stream()
                .filter(offer -> offer.price().currency().equals(currency))
                .toList();
        this.several = offers.size() < catalog.packages().size();
        this.scenario = new Scenario(offers, currency, settings);
    }

    @Override
    public Answer show(Visit visit) {
        if (nothing) {
            return new Answer.Page("Projection", Parts.text("There are no packages on sale to reckon with."));
        }
        Fields fields = new Fields(scenario.filled(visit.values()));
        Optional<Projection> projection = scenario.read(fields);
        return new Answer.Page(
                fields.good() ? 200 : 400,
                "Projection",
                all(
                        Parts.problems(fields),
                        el(
                                "p",
                                cls("lead"),
                                "What a month would bring, in " + currency.toUpperCase(java.util.Locale.ROOT)
                                        + (several ? "; packages in other currencies are left out." : ".")),
                        projection.map(this::result).orElse(Html.NOTHING),
                        el(
                                "form",
                                attr("method", "get"),
                                attr("action", "projection"),
                                cls("panel grid"),
                                scenario.inputs(fields),
                                Parts.button("Project", "primary"))));
    }

    private Html result(Projection found) {
        return all(
                Parts.cards(List.of(
                        Parts.card("Gross", money(found.grossMinor()), number(found.purchases()) + " purchases"),
                        Parts.card(
                                "Fees, estimated",
                                money(found.feesMinor()),
                                MoneyPart.percent(found.fees()) + " + "
                                        + money(found.fees().fixedMinor()) + " a payment"),
                        Parts.card("Infrastructure", money(found.infrastructureMinor()), "a month"),
                        Parts.card("Net", money(found.netMinor()), "before taxes"),
                        Parts.card("Tokens to serve", number(found.tokens()), "what is sold has to be delivered"))),
                Parts.table(
                        "Projection by package",
                        List.of("Package", "#Share", "#Purchases", "#Price", "#Gross"),
                        found.lines().stream().<List<?>>map(this::row).toList()));
    }

    private List<?> row(Projection.Line line) {
        return List.of(
                line.part().name(),
                line.part().share() + " %",
                number(line.count()),
                money(line.part().priceMinor()),
                money(line.grossMinor()));
    }

    private String money(long minor) {
        return Money.formatSum(minor, currency);
    }
}
