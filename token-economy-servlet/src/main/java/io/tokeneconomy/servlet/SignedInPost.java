package io.tokeneconomy.servlet;

import io.tokeneconomy.ledger.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** A JSON request of a signed-in user that changes something: everything that must hold before it is looked at. */
final class SignedInPost implements Endpoint {

    /** What the request is for. */
    @FunctionalInterface
    interface Work {
        /**
         * {@return the answer}
         *
         * @param response for cookies only
         */
        Reply answer(AccountId account, HttpServletRequest request, HttpServletResponse response);
    }

    private final Users users;
    private final CsrfProtection csrf;
    private final Work work;

    SignedInPost(Users users, CsrfProtection csrf, Work work) {
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
        return work.answer(account, request, response);
    }

    private static ProblemException refused(CsrfVerdict verdict) {
        return new ProblemException(CsrfProtection.problem(verdict));
    }
}
