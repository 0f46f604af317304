package io.tokeneconomy.spring.web;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.servlet.UserResolver;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;

/**
 * The name of Spring Security's {@code Authentication}, which is the request's principal behind its filters; nobody when it
 * is anonymous. A bearer token is no ambient identity: script has to add it, so no CSRF token is asked for.
 */
public final class SecurityUsers implements UserResolver {

    private static final String BEARER = "AbstractOAuth2TokenAuthenticationToken";

    /** For the auto-configuration. */
    public SecurityUsers() {}

    @Override
    public Optional<AccountId> resolve(HttpServletRequest request) {
        return UserResolver.principal().resolve(request);
    }

    @Override
    public boolean ambient(HttpServletRequest request) {
        Principal user = request.getUserPrincipal();
        String authorization = request.getHeader("Authorization");
        boolean sent = authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7);
        return !(sent && user != null && isBearer(user.getClass()));
    }

    /** By name, because resource servers are optional. */
    private static boolean isBearer(Class<?> type) {
        return type.getSimpleName().equals(BEARER) || (type.getSuperclass() != null && isBearer(type.getSuperclass()));
    }
}
