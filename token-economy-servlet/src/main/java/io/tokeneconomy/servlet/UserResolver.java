package io.tokeneconomy.servlet;

import io.tokeneconomy.ledger.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;

/**
 * Who sends a request. Called for every request that needs a user, from many threads; must be quick and must not
 * create a session.
 *
 * <p>An {@link io.tokeneconomy.error.InvalidValueException} it throws, as {@link AccountId#of} does for an id that
 * cannot name an account, is answered with 400 {@code invalid_user}; any other exception with 500.
 */
@FunctionalInterface
public interface UserResolver {

    /** {@return the signed-in user's account, empty when nobody is signed in} {@code te:operators} is nobody's. */
    Optional<AccountId> resolve(HttpServletRequest request);

    /**
     * {@return whether the browser proves this identity by itself, with a cookie, Basic authentication or a client
     * certificate} Then another site can make it send requests, and a CSRF token is required. Only an identity that
     * script of this site adds to each request, such as {@code Authorization: Bearer …}, is not ambient; its requests
     * need no token, but pass the origin gate too. By default true.
     */
    default boolean ambient(HttpServletRequest request) {
        return true;
    }

    /** {@return the resolver that takes the name of {@link HttpServletRequest#getUserPrincipal()}; the default} */
    static UserResolver principal() {
        return request -> Optional.ofNullable(request.getUserPrincipal())
                .map(Principal::getName)
                .map(AccountId::of);
    }
}
