package io.tokeneconomy.example.quickstart;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Answers only under the names of this machine and of the shop's address. Without it a foreign page whose name points
 * to 127.0.0.1 could sign in as anybody.
 */
final class KnownHosts extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private final String ownHost;

    KnownHosts(URI baseUrl) {
        this.ownHost = baseUrl.getHost().toLowerCase(Locale.ROOT);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String host = request.getServerName().toLowerCase(Locale.ROOT);
        if (LOCAL.contains(host) || host.equals(ownHost)) {
            chain.doFilter(request, response);
        } else {
            Answers.problem(response, 403, "unknown_host", "This shop does not answer under that name", "");
        }
    }
}
