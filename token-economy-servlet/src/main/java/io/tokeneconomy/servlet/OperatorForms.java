package io.tokeneconomy.servlet;

import io.tokeneconomy.servlet.admin.console.FormGuard;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Tokens in the forms of the operator's console: of an operator, whom the shop need not know as a user. */
final class OperatorForms implements FormGuard {

    /** No account id has a control character, so no token of a user is one of an operator. */
    private static final String PREFIX = "operator\u0000";

    private final OriginGate gate;
    private final CsrfTokens tokens;
    private final SessionBinding sessions;

    OperatorForms(OriginGate gate, CsrfTokens tokens, SessionBinding sessions) {
        this.gate = gate;
        this.tokens = tokens;
        this.sessions = sessions;
    }

    @Override
    public String token(String operator, HttpServletRequest request, HttpServletResponse response) {
        return tokens.issue(PREFIX + operator, sessions.findOrCreate(request, response));
    }

    @Override
    public boolean allows(String operator, String token, HttpServletRequest request) {
        return gate.allows(request)
                && sessions.all(request).stream().anyMatch(session -> tokens.valid(token, PREFIX + operator, session));
    }
}
