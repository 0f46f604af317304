package io.tokeneconomy.servlet;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.servlet.admin.console.Console;
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
        Optional<AccountId> user = resolver.resolve(request);
        if (user.filter(Console.LOG::equals).isPresent()) {
            throw new InvalidValueException("user", Console.LOG, "an id other than that of the operators' log");
        }
        return user;
    }

    /**
     * {@return who is signed in, empty when nobody is}
     *
     * @throws ProblemException when the user's id cannot name an account
     */
    Optional<AccountId> known(HttpServletRequest request) {
        try {
            return find(request);
        } catch (InvalidValueException refused) {
            throw new ProblemException(
                    ProblemCode.INVALID_USER,
                    "The signed-in user's id cannot name an account; allowed is: " + refused.allowed());
        }
    }

    /**
     * {@return who is signed in}
     *
     * @throws ProblemException when nobody is, or the user's id cannot name an account
     */
    AccountId require(HttpServletRequest request) {
        return known(request).orElseThrow(Users::nobody);
    }

    private static ProblemException nobody() {
        return new ProblemException(ProblemCode.NOT_SIGNED_IN, "Sign in and try again.");
    }

    boolean ambient(HttpServletRequest request) {
        return resolver.ambient(request);
    }
}
