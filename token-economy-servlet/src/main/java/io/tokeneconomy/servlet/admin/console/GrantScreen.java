package io.tokeneconomy.servlet.admin.console;

import static io.tokeneconomy.servlet.admin.console.CustomerForms.EXPIRES;
import static io.tokeneconomy.servlet.admin.console.CustomerForms.GRANTED;
import static io.tokeneconomy.servlet.admin.console.CustomerForms.GRANT_REASON;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.ledger.Balance;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.Ledger;
import io.tokeneconomy.ledger.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives tokens to a customer. */
final class GrantScreen implements Screen {

    private final Ledger ledger;
    private final CustomerScreen customer;

    GrantScreen(Ledger ledger, CustomerScreen customer) {
        this.ledger = ledger;
        this.customer = customer;
    }

    @Override
    public Answer show(Visit visit) {
        Fields fields = new Fields(visit.values());
        AccountId account = AccountId.of(visit.value("account"));
        Optional<Grant> grant = read(visit, account, fields);
        if (grant.isEmpty()) {
            return customer.page(visit, 422, fields, Fields.empty());
        }
        return visit.confirmed() ? book(visit, grant.get(), fields) : review(visit, grant.get());
    }

    private static Optional<Grant> read(Visit visit, AccountId account, Fields fields) {
        Optional<Long> tokens = fields.read(GRANTED, Reading.tokens());
        Optional<String> reason = fields.read(GRANT_REASON, Reading::reason);
        Optional<LocalDate> lastDay = visit.has(EXPIRES) ? fields.read(EXPIRES, Reading::date) : Optional.empty();
        @Nullable Instant end = Reading.endOf(lastDay.orElse(null));
        if (end != null && !visit.confirmed() && !end.isAfter(visit.now())) {
            fields.problem(EXPIRES, "allowed is today or a later day.");
        }
        if (!fields.good()) {
            return Optional.empty();
        }
        Details details = new Details(null, reason.orElseThrow(), Map.of(Audit.ACTOR, visit.operator()));
        Grant grant = Grant.of(account, tokens.orElseThrow(), visit.key()).withDetails(details);
        return Optional.of(end == null ? grant : grant.expiring(end));
    }

    private Answer review(Visit visit, Grant grant) {
        Balance balance = ledger.balance(grant.account());
        Instant end = grant.terms().expiresAt();
        return Review.page(
                visit,
                "grant",
                "Give " + Figures.count(grant.amount(), "token", "tokens") + " to " + grant.account() + "?",
                List.of(
                        List.of("Customer", grant.account()),
                        List.of("Tokens", Figures.change(grant.amount())),
                        List.of("Expire", end == null ? "never" : Figures.time(end) + " UTC"),
                        List.of("Reason", visit.value(GRANT_REASON)),
                        List.of(
                                "Balance",
                                Figures.number(balance.settled()) + " → "
                                        + Figures.number(balance.settled() + grant.amount()))),
                "Give them",
                "customer?account=" + Figures.query(grant.account().value()),
                List.of("account", GRANTED, EXPIRES, GRANT_REASON));
    }

    private Answer book(Visit visit, Grant grant, Fields fields) {
        Outcome outcome = ledger.apply(grant);
        if (outcome instanceof Outcome.Refusal refusal) {
            fields.problem(GRANTED, "refused, " + refusal.reason() + ".");
            return customer.page(visit, 409, fields, Fields.empty());
        }
        OperatorsLog.tell(visit.operator(), "gave " + grant.amount() + " tokens to " + grant.account(), grant.key());
        return Booked.redirect(grant.account(), grant.key());
    }
}
