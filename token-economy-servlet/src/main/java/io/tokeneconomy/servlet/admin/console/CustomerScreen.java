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
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Statement;
import io.tokeneconomy.ledger.StatementCursor;
import io.tokeneconomy.ledger.StatementQuery;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One customer: balance, history, orders, and what an operator may do about it. */
final class CustomerScreen implements Screen {

    /** Entries of the history on a page. */
    static final int ENTRIES = 25;

    private final TokenEconomy economy;
    private final HistoryVerification verification;

    CustomerScreen(TokenEconomy economy, HistoryVerification verification) {
        this.economy = economy;
        this.verification = verification;
    }

    @Override
    public Answer show(Visit visit) {
        return page(visit, 200, Fields.empty(), Fields.empty());
    }

    /** The page with a message above everything else. */
    Answer page(Visit visit, Html message) {
        return page(visit, 200, message, Fields.empty(), Fields.empty());
    }

    /**
     * The page with its forms as they were posted.
     *
     * @param grant the form that gives tokens
     * @param adjust the form that corrects the balance
     */
    Answer page(Visit visit, int status, Fields grant, Fields adjust) {
        return page(visit, status, done(visit, AccountId.of(visit.value("account"))), grant, adjust);
    }

    private Answer page(Visit visit, int status, Html message, Fields grant, Fields adjust) {
        AccountId account = AccountId.of(visit.value("account"));
        @Nullable StatementCursor cursor = visit.has("cursor") ? StatementCursor.parse(visit.value("cursor")) : null;
        Statement statement = economy.ledger()
                .statement(StatementQuery.of(account).limit(ENTRIES).at(cursor));
        return new Answer.Page(
                status,
                account.value(),
                all(
                        message,
                        verification.html(account),
                        Parts.problems(grant),
                        Parts.problems(adjust),
                        balance(economy.ledger().balance(account)),
                        CustomerForms.of(visit, account, grant, adjust),
                        history(visit, account, statement),
                        new OrdersPart(economy.orders()).html(account)));
    }

    private Html done(Visit visit, AccountId account) {
        if (!visit.has("done")) {
            return Html.NOTHING;
        }
        Optional<LedgerEntry> entry = economy.ledger()
                .entry(new IdempotencyKey(visit.value("done")))
                .filter(found -> found.account().equals(account));
        return entry.map(booked -> Parts.notice(
                        "good",
                        Parts.text("Booked: " + Figures.change(booked.amount()) + " tokens, entry " + booked.sequence()
                                + ". The balance was " + number(booked.balanceAfter()) + " then.")))
                .orElse(Html.NOTHING);
    }

    private static Html balance(Balance balance) {
        return Parts.cards(List.of(
                Parts.card(
                        "Available",
                        number(balance.available()),
                        number(balance.paid()) + " bought, " + number(balance.free()) + " given"),
                Parts.card("On hold", number(balance.held()), "set aside for work under way"),
                Parts.card("Debt", number(balance.debt()), "the next tokens pay it first"),
                Parts.card(
                        "Expiring",
                        number(balance.expiringSoon()),
                        balance.nextExpiry()
                                .map(at -> "within 7 days; next at " + Figures.time(at) + " UTC")
                                .orElse("nothing expires"))));
    }

    private static Html history(Visit visit, AccountId account, Statement statement) {
        if (statement.entries().isEmpty()) {
            return Parts.section("Statement", Parts.text("This customer has no entries."));
        }
        return Parts.section(
                "Statement",
                StatementTable.of(statement.entries()),
                pages(account, statement),
                VerifyScreen.form(visit, account));
    }

    private static Html pages(AccountId account, Statement statement) {
        String here = "customer?account=" + query(account.value()) + "&cursor=";
        return el(
                "nav",
                cls("pages"),
                attr("aria-label", "Pages of the statement"),
                statement
                        .previous()
                        .map(newer -> Parts.link(here + newer.encoded(), "Newer entries"))
                        .orElse(Html.NOTHING),
                statement
                        .next()
                        .map(older -> Parts.link(here + older.encoded(), "Older entries"))
                        .orElse(Html.NOTHING));
    }
}
