package io.tokeneconomy.servlet;

import io.tokeneconomy.ledger.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.BiFunction;

/** A JSON request of a signed-in user that changes something: everything that must hold before it is looked at. */
final class SignedInPost implements Endpoint {

    private final Users users;
    private final CsrfProtection csrf;
    private final BiFunction<AccountId, HttpServletRequest, Reply> work;

    SignedInPost(Users users, CsrfProtection csrf, BiFunction<AccountId, HttpServletRequest, Reply> work) {
        this.users = users;
        this.csrf = csrf;
        this.work = work;
    }

    @Override
    public Reply answer(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader("Vary", OriginGate.HEADERS);
        if (!csrf.sameOrigin(request)) {
            throw refused(CsrfVerdict.ORIGIN_REFUSED);
        }
        AccountId account = users.require(request);
        JsonBody.requireJsonType(request);
        if (!csrf.hasToken(Optional.of(account), request)) {
            throw refused(CsrfVerdict.TOKEN_INVALID);
        }
        return work.apply(account, request);
    }

    private static ProblemException refused(CsrfVerdict verdict) {
        return new ProblemException(CsrfProtection.problem(verdict));
    }
}
