package io.tokeneconomy.servlet.admin.console;

import static io.tokeneconomy.servlet.admin.console.Figures.number;
import static io.tokeneconomy.servlet.admin.console.Figures.query;
import static io.tokeneconomy.servlet.admin.console.Html.all;
import static io.tokeneconomy.servlet.admin.console.Html.attr;
import static io.tokeneconomy.servlet.admin.console.Html.cls;
import static io.tokeneconomy.servlet.admin.console.Html.el;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Balance;
import io.tokeneconomy.ledger.store.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finding a customer by how the account's id begins. */
final class CustomersScreen implements Screen {

    /** Customers on a page. */
    static final int LIMIT = 25;

    private final TokenEconomy economy;

    CustomersScreen(TokenEconomy economy) {
        this.economy = economy;
    }

    @Override
    public Answer show(Visit visit) {
        Fields fields = new Fields(visit.values());
        @Nullable AccountId after = visit.has("after") ? AccountId.of(visit.value("after")) : null;
        Page<AccountId> page = fields.read("q", text -> economy.audit().accounts(text, after, LIMIT))
                .orElse(new Page<>(List.of(), false));
        return new Answer.Page(fields.good() ? 200 : 400, "Customers", all(form(fields), list(fields, page)));
    }

    private static Html form(Fields fields) {
        return el(
                "form",
                attr("method", "get"),
                attr("action", "customers"),
                attr("role", "search"),
                cls("search"),
                Parts.field(
                        fields,
                        "q",
                        "Customer id",
                        "Its beginning, exactly as written. Customers are listed once they have a first entry.",
                        attr("type", "search"),
                        attr("maxlength", 200)),
                Parts.button("Search", "primary"));
    }

    private Html list(Fields fields, Page<AccountId> page) {
        String beginning = fields.value("q");
        if (page.items().isEmpty()) {
            return el(
                    "p",
                    attr("role", "status"),
                    beginning.isEmpty()
                            ? "There are no customers yet."
                            : "No customer’s id begins with “" + beginning + "”.");
        }
        AccountId last = page.items().get(page.items().size() - 1);
        return all(
                Parts.table(
                        "Customers found",
                        List.of("Customer", "#Balance", "#Available", "#On hold", "#Debt"),
                        page.items().stream().<List<?>>map(this::row).toList()),
                page.hasMore()
                        ? el(
                                "p",
                                Parts.link(
                                        "customers?q=" + query(beginning) + "&after=" + query(last.value()),
                                        "More customers"))
                        : Html.NOTHING);
    }

    private List<?> row(AccountId account) {
        Balance balance = economy.ledger().balance(account);
        return List.of(
                Parts.link("customer?account=" + query(account.value()), account),
                number(balance.settled()),
                number(balance.available()),
                number(balance.held()),
                number(balance.debt()));
    }
}
