package io.tokeneconomy.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;

/** The application behind the filter: signs in whom the header {@code X-User} names, and answers every other path. */
final class HostApp extends HttpServlet {

    private static final long serialVersionUID = 1L;

    transient volatile TokenEconomyFilter filter;

    HostApp(TokenEconomyFilter filter) {
        this.filter = filter;
    }

    /** Stands for the host's sign-in; opens a session when asked for by {@code X-Open-Session}. */
    static Filter signIn() {
        return (request, response, chain) -> {
            HttpServletRequest http = (HttpServletRequest) request;
            if (http.getHeader("X-Open-Session") != null) {
                http.getSession(true);
            }
            String user = http.getHeader("X-User");
            chain.doFilter(
                    user == null ? http : new SignedIn(http, URLDecoder.decode(user, StandardCharsets.UTF_8)),
                    response);
        };
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        switch (Route.path(request)) {
            case "/demo/generate" -> generate(request, response);
            case "/demo/login" -> response.setStatus(filter.csrf().sameOrigin(request) ? 204 : 403);
            case "/forward" ->
                request.getRequestDispatcher("/api/tokens/packages").forward(request, response);
            case "/async" -> async(request);
            default -> say(request, response, "host " + request.getRequestURI() + " " + request.getDispatcherType());
        }
    }

    private void generate(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (filter.csrf().allows(request, response)) {
            say(request, response, "generated");
        }
    }

    private static void async(HttpServletRequest request) {
        AsyncContext async = request.startAsync();
        async.start(() -> async.dispatch("/api/tokens/balance"));
    }

    private static void say(HttpServletRequest request, HttpServletResponse response, String text) throws IOException {
        response.setHeader("X-Async", Boolean.toString(request.isAsyncSupported()));
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static final class SignedIn extends HttpServletRequestWrapper {

        private final String user;

        SignedIn(HttpServletRequest request, String user) {
            super(request);
            this.user = user;
        }

        @Override
        public Principal getUserPrincipal() {
            return () -> user;
        }
    }
}
