package io.tokeneconomy.servlet;

import com.google.gson.JsonObject;
import io.tokeneconomy.ledger.Balance;
import io.tokeneconomy.ledger.Ledger;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** {@code GET /api/tokens/balance}: what the signed-in user has. */
final class BalanceEndpoint implements Endpoint {

    private final Users users;
    private final Ledger ledger;

    BalanceEndpoint(Users users, Ledger ledger) {
        this.users = users;
        this.ledger = ledger;
    }

    @Override
    public Reply answer(HttpServletRequest request, HttpServletResponse response) {
        Balance balance = ledger.balance(users.require(request));
        JsonObject json = new JsonObject();
        json.addProperty("balance", balance.settled());
        json.addProperty("available", balance.available());
        json.addProperty("held", balance.held());
        json.addProperty("debt", balance.debt());
        return Reply.json(json);
    }
}
