package io.tokeneconomy.spring.web;

import io.tokeneconomy.servlet.HostCsrf;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DeferredCsrfToken;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/**
 * Spring Security's CSRF tokens, where its filter has seen the request. They are compared here once more: the filter puts
 * the token on a request also when it was told not to check that path.
 */
public final class SecurityCsrf implements HostCsrf {

    private final XorCsrfTokenRequestAttributeHandler masked = new XorCsrfTokenRequestAttributeHandler();

    /** For the auto-configuration. */
    public SecurityCsrf() {}

    @Override
    public Optional<Token> token(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? Optional.of(new Token(token.getHeaderName(), token.getParameterName(), token.getToken()))
                : Optional.empty();
    }

    @Override
    public boolean verified(HttpServletRequest request) {
        if (!(request.getAttribute(DeferredCsrfToken.class.getName()) instanceof DeferredCsrfToken deferred)) {
            return false;
        }
        CsrfToken token = deferred.get();
        return same(token, masked.resolveCsrfTokenValue(request, token))
                || same(token, request.getHeader(token.getHeaderName()));
    }

    private static boolean same(CsrfToken token, @Nullable String sent) {
        return sent != null && MessageDigest.isEqual(bytes(token.getToken()), bytes(sent));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
