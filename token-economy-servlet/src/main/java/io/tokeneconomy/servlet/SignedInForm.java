package io.tokeneconomy.servlet;

import io.tokeneconomy.ledger.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** A form of a signed-in user, which a browser without script sends: everything that must hold before it is looked at. */
final class SignedInForm {

    private final Users users;
    private final CsrfProtection csrf;
    private final JsonBody body;

    SignedInForm(Users users, CsrfProtection csrf, JsonBody body) {
        this.users = users;
        this.csrf = csrf;
        this.body = body;
    }

    /**
     * {@return who sent it}
     *
     * @throws ProblemException when it comes from another site, nobody is signed in, it is too large, or its token is not
     *     his
     */
    AccountId sender(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader("Vary", OriginGate.HEADERS);
        if (!csrf.sameOrigin(request)) {
            throw new ProblemException(CsrfProtection.problem(CsrfVerdict.ORIGIN_REFUSED));
        }
        AccountId account = users.require(request);
        body.requireShort(request);
        Optional<String> token = Query.single(request, CsrfProtection.FIELD);
        if (!csrf.accepts(Optional.of(account), token.orElse(null), request)) {
            throw new ProblemException(CsrfProtection.problem(CsrfVerdict.TOKEN_INVALID));
        }
        return account;
    }
}
