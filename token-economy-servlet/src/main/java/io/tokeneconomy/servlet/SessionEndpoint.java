package io.tokeneconomy.servlet;

import com.google.gson.JsonObject;
import io.tokeneconomy.ledger.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** {@code GET /api/tokens/session}: who is signed in, and the token for requests that change something. */
final class SessionEndpoint implements Endpoint {

    private final Users users;
    private final CsrfProtection csrf;

    SessionEndpoint(Users users, CsrfProtection csrf) {
        this.users = users;
        this.csrf = csrf;
    }

    @Override
    public Reply answer(HttpServletRequest request, HttpServletResponse response) {
        AccountId account = users.require(request);
        HostCsrf.Token issued = csrf.issued(Optional.of(account), request, response);
        JsonObject token = new JsonObject();
        token.addProperty("header", issued.header());
        token.addProperty("token", issued.value());
        JsonObject json = new JsonObject();
        json.addProperty("user", account.value());
        json.add("csrf", token);
        return Reply.json(json);
    }
}
