package io.tokeneconomy.example.quickstart;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.Spend;
import io.tokeneconomy.ledger.store.StoreException;
import io.tokeneconomy.servlet.CsrfProtection;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * {@code POST /demo/generate}: what an application sells for tokens. Spends 5 of them; a repeated request with the same
 * {@code Idempotency-Key} spends once.
 */
final class GenerateServlet extends HttpServlet {

    static final String PATH = "/demo/generate";
    static final int PRICE = 5;

    private static final long serialVersionUID = 1L;

    private final transient TokenEconomy economy;
    private final transient DemoSessions sessions;
    private final transient CsrfProtection csrf;

    GenerateServlet(TokenEconomy economy, DemoSessions sessions, CsrfProtection csrf) {
        this.economy = economy;
        this.sessions = sessions;
        this.csrf = csrf;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<AccountId> user = sessions.resolve(request);
        if (user.isEmpty()) {
            Answers.problem(response, 401, "not_signed_in", "Sign in and try again", "");
            return;
        }
        if (!csrf.allows(request, response)) {
            return; // answered already
        }
        Optional<IdempotencyKey> key = RequestKey.of(user.get(), request.getHeader("Idempotency-Key"));
        if (key.isEmpty()) {
            Answers.problem(
                    response, 400, "invalid_idempotency_key", "Idempotency-Key is not 1 to 200 printable ASCII", "");
            return;
        }
        spend(user.get(), key.get(), response);
    }

    private void spend(AccountId user, IdempotencyKey key, HttpServletResponse response) throws IOException {
        try {
            Outcome outcome =
                    economy.ledger().apply(Spend.of(user, PRICE, key).withDescription("One generated picture"));
            answer(outcome, response);
        } catch (StoreException e) {
            response.setHeader("Retry-After", "5");
            Answers.problem(response, 503, "store_unavailable", "Try again with the same Idempotency-Key", "");
        }
    }

    private static void answer(Outcome outcome, HttpServletResponse response) throws IOException {
        if (outcome instanceof Outcome.Applied applied) {
            spent(applied.entry(), false, response);
        } else if (outcome instanceof Outcome.Replayed replayed) {
            spent(replayed.entry(), true, response);
        } else if (outcome instanceof Outcome.Insufficient refused) {
            String numbers = ",\"available\":" + refused.available() + ",\"required\":" + refused.required();
            Answers.problem(response, 402, "insufficient_tokens", "Not enough tokens", numbers);
        } else {
            Answers.problem(response, 409, "key_conflict", "The Idempotency-Key names another operation", "");
        }
    }

    /** A replay answers as the first time did, but for its flag. */
    private static void spent(LedgerEntry entry, boolean replayed, HttpServletResponse response) throws IOException {
        Answers.json(
                response,
                "{\"spent\":" + -entry.amount() + ",\"balance\":" + entry.balanceAfter() + ",\"replayed\":" + replayed
                        + "}");
    }
}
