package io.tokeneconomy.servlet;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The host's resolver, its refusals turned into answers. */
final class Users {

    private final UserResolver resolver;

    Users(UserResolver resolver) {
        this.resolver = resolver;
    }

    /**
     * {@return who is signed in, empty when nobody is}
     *
     * @throws InvalidValueException when the user's id cannot name an account
     */
    Optional<AccountId> find(HttpServletRequest request) {
        return resolver.resolve(request);
    }

    /**
     * {@return who is signed in}
     *
     * @throws ProblemException when nobody is, or the user's id cannot name an account
     */
    AccountId require(HttpServletRequest request) {
        try {
            return find(request).orElseThrow(Users::nobody);
        } catch (InvalidValueException refused) {
            throw new ProblemException(
                    ProblemCode.INVALID_USER,
                    "The signed-in user's id cannot name an account; allowed is: " + refused.allowed());
        }
    }

    private static ProblemException nobody() {
        return new ProblemException(ProblemCode.NOT_SIGNED_IN, "Sign in and try again.");
    }

    boolean ambient(HttpServletRequest request) {
        return resolver.ambient(request);
    }
}
