package io.tokeneconomy.servlet.admin.console;

import static io.tokeneconomy.servlet.admin.console.Figures.count;
import static io.tokeneconomy.servlet.admin.console.Html.all;
import static io.tokeneconomy.servlet.admin.console.Html.cls;
import static io.tokeneconomy.servlet.admin.console.Html.el;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.checkout.Sales;
import io.tokeneconomy.ledger.store.ParkedQuery;
import io.tokeneconomy.servlet.admin.ConsoleSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How the shop does: money of the last days, tokens, what waits for a person. */
final class OverviewScreen implements Screen {

    /** Most orders that the page reads. */
    static final int MAX_ORDERS = 10_000;

    private static final int MAX_PARKED = 100;

    private final TokenEconomy economy;
    private final ConsoleSettings settings;
    private final Stocktaking stocktaking;

    OverviewScreen(TokenEconomy economy, ConsoleSettings settings, Stocktaking stocktaking) {
        this.economy = economy;
        this.settings = settings;
        this.stocktaking = stocktaking;
    }

    @Override
    public Answer show(Visit visit) {
        Instant from = Stocktaking.midnight(visit.now(), Stocktaking.DAYS - 1);
        Sales sales = economy.orders().sales(from, visit.now().plusSeconds(1), MAX_ORDERS);
        List<Html> parts = new ArrayList<>();
        parts.add(waiting());
        if (!sales.complete()) {
            parts.add(Parts.notice(
                    "plain",
                    "Only the newest " + count(MAX_ORDERS, "purchase", "purchases") + " are counted, those since "
                            + Figures.time(sales.countedFrom()) + " UTC."));
        }
        MoneyPart money = new MoneyPart(settings, economy.catalog(), visit.now());
        Turnover.of(sales.lines()).forEach(turnover -> parts.add(money.html(turnover)));
        if (sales.lines().isEmpty()) {
            parts.add(Parts.section("Money", el("p", "Nothing was sold in " + Stocktaking.DAYS + " days.")));
        }
        parts.add(new TokensPart(visit, "./").html(sales.lines(), stocktaking.latest(visit.now())));
        return new Answer.Page("Overview", all(parts));
    }

    private Html waiting() {
        var page = economy.parked().list(new ParkedQuery("", MAX_PARKED));
        int waiting = page.items().size();
        if (waiting == 0) {
            return Html.NOTHING;
        }
        String many = page.hasMore()
                ? "Over " + MAX_PARKED + " payments wait"
                : waiting == 1 ? "One payment waits" : waiting + " payments wait";
        return el(
                "p",
                cls("notice warn"),
                many + " for a person to look at. ",
                Parts.link("parked", "Look at parked payments"));
    }
}
