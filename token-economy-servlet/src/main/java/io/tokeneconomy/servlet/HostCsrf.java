package io.tokeneconomy.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The host's own protection by CSRF tokens, where it has one that also guards our endpoints: then one token serves both.
 * The origin gate stays. Called from many threads.
 */
public interface HostCsrf {

    /** The host has none; the default. */
    HostCsrf NONE = new HostCsrf() {
        @Override
        public Optional<Token> token(HttpServletRequest request) {
            return Optional.empty();
        }

        @Override
        public boolean verified(HttpServletRequest request) {
            return false;
        }
    };

    /** {@return the token that the host asks of this user's requests} Empty when it asks for none; then ours is used. */
    Optional<Token> token(HttpServletRequest request);

    /** {@return whether the request carries the host's token} Not whether the host has looked. */
    boolean verified(HttpServletRequest request);

    /**
     * A token of the host's.
     *
     * @param header the request header that carries it
     * @param parameter the field of a form that carries it; null when the host takes it in the header only
     * @param value what stands in it
     */
    record Token(String header, @Nullable String parameter, String value) {

        /** A token that forms cannot carry. Forms, which pages have for browsers without script, then carry ours alone. */
        public Token(String header, String value) {
            this(header, null, value);
        }
    }
}
