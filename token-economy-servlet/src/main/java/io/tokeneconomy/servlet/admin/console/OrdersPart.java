package io.tokeneconomy.servlet.admin.console;

import static io.tokeneconomy.servlet.admin.console.Html.cls;
import static io.tokeneconomy.servlet.admin.console.Html.el;

import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.checkout.Orders;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.store.OrderQuery;
import io.tokeneconomy.order.Order;
import java.util.List;

/** The newest orders of a customer. */
final class OrdersPart {

    private static final int LIMIT = 10;

    private final Orders orders;

    OrdersPart(Orders orders) {
        this.orders = orders;
    }

    Html html(AccountId account) {
        var page = orders.list(new OrderQuery(account, null, null, LIMIT));
        if (page.items().isEmpty()) {
            return Html.NOTHING;
        }
        return Parts.section(
                page.hasMore() ? "Newest " + LIMIT + " orders" : "Orders",
                Parts.table(
                        "Orders, newest first",
                        List.of(
                                "Order",
                                "Begun (UTC)",
                                "Package",
                                "State",
                                "#Tokens",
                                "#Price",
                                "#Refunded",
                                "#Disputed"),
                        page.items().stream().<List<?>>map(OrdersPart::row).toList()));
    }

    private static List<?> row(Order order) {
        String currency = order.item().price().currency();
        return List.of(
                el("code", cls("key"), order.id()),
                Figures.time(order.createdAt()),
                order.item().name(),
                StatementTable.words(order.state()),
                Figures.number(order.item().tokens()),
                order.item().price().format(),
                Money.formatSum(order.reversal().refundedMinor(), currency),
                Money.formatSum(order.reversal().disputedMinor(), currency));
    }
}
