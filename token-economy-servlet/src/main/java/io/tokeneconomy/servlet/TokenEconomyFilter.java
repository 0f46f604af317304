package io.tokeneconomy.servlet;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.servlet.admin.console.Console;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mounts a {@link TokenEconomy} in a servlet container (Servlet 6.0 or newer): its endpoints, the webhook and, unless
 * switched off, pages for buyers ({@link PageSettings}). All other paths go on down the chain, untouched.
 *
 * <table>
 *   <caption>What it answers, below the context path</caption>
 *   <tr><th>path</th><th>who</th></tr>
 *   <tr><td>{@code GET /api/tokens/packages}</td><td>anybody</td></tr>
 *   <tr><td>{@code GET /api/tokens/session}, {@code balance}, {@code
 *       transactions?limit=&cursor=&type=&from=&until=}, {@code transactions.csv}, {@code receipt?session=}</td>
 *       <td>the signed-in user</td></tr>
 *   <tr><td>{@code POST /api/tokens/create-checkout-session}, {@code confirm-checkout}</td>
 *       <td>the signed-in user, with a CSRF token</td></tr>
 *   <tr><td>{@code POST /api/stripe/webhook}</td><td>the payment provider, by signature</td></tr>
 *   <tr><td>{@code /tokens/buy}, {@code /tokens/success}, {@code /tokens/history}</td><td>the signed-in user</td></tr>
 *   <tr><td>{@code POST /tokens/top-up}, where {@linkplain PageSettings#topUp buyers are asked}</td>
 *       <td>the signed-in user, with a CSRF token</td></tr>
 *   <tr><td>{@code /tokens/cancel}, {@code /tokens/assets/…}</td><td>anybody</td></tr>
 *   <tr><td>{@code /tokens/admin/…}</td><td>operators, when a console is {@linkplain
 *       TokenEconomyFilterBuilder#console mounted}; for everybody else it is not there</td></tr>
 * </table>
 *
 * <p>Map it behind whatever signs users in, that is later, to {@code /*} or to the three patterns below; the webhook needs no sign-in
 * and must be reachable without one. Errors are {@code application/problem+json} with a {@link ProblemCode}.
 *
 * <p>Thread-safe. Answers on the request's own thread and works in chains that support async. Creates no {@link
 * jakarta.servlet.http.HttpSession}. Answers each request at most once: forwards, includes and error dispatches pass.
 * Does not close the economy.
 *
 * <pre>{@code
 * FilterRegistration.Dynamic filter = context.addFilter("token-economy", TokenEconomyFilter.of(economy));
 * filter.setAsyncSupported(true); // or servlets behind it could not be asynchronous
 * filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*"); // true: after filters mapped before
 * }</pre>
 */
public final class TokenEconomyFilter implements Filter {

    /** Matches the webhook. */
    public static final String WEBHOOK_PATTERN = "/api/stripe/webhook";

    /** Matches the endpoints for browsers. */
    public static final String API_PATTERN = "/api/tokens/*";

    /** Matches pages and scripts. */
    public static final String PAGES_PATTERN = "/tokens/*";

    private static final Logger LOG = LoggerFactory.getLogger(TokenEconomyFilter.class);

    private final Routes routes;
    private final CsrfProtection csrf;

    private final @Nullable Console console;

    TokenEconomyFilter(Routes routes, CsrfProtection csrf, @Nullable Console console) {
        this.routes = routes;
        this.csrf = csrf;
        this.console = console;
    }

    /** {@return a filter with the defaults: users are the container's principals, pages are on} */
    public static TokenEconomyFilter of(TokenEconomy economy) {
        return builder(economy).build();
    }

    /** {@return a builder, all defaults set} */
    public static TokenEconomyFilterBuilder builder(TokenEconomy economy) {
        return new TokenEconomyFilterBuilder(economy);
    }

    /** {@return the protection of our own endpoints, for the host's to use} */
    public CsrfProtection csrf() {
        return csrf;
    }

    /**
     * {@return whether this filter answers requests of that path, so that whatever stands behind it never sees one} The
     * operator's console is not counted: who is no operator goes past it.
     *
     * @param path within the application, such as {@code /tokens/buy}
     */
    public boolean answers(String path) {
        return routes.find(path) != null;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http
                && response instanceof HttpServletResponse answer
                && request.getDispatcherType() == DispatcherType.REQUEST) {
            String path = Route.path(http);
            Route route = routes.find(path);
            if (route != null) {
                answer(route, http, answer);
                return;
            }
            if (console != null && answered(console, path, http, answer)) {
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static boolean answered(
            Console console, String path, HttpServletRequest request, HttpServletResponse response) {
        try {
            return console.answer(path, request, response);
        } catch (IOException gone) {
            LOG.debug("The operator left before the answer", gone);
            return true;
        }
    }

    /** Ends what runs in the background for the operator's console. */
    @Override
    public void destroy() {
        if (console != null) {
            console.close();
        }
    }

    private static void answer(Route route, HttpServletRequest request, HttpServletResponse response) {
        try {
            route.answer(request, response).send(request, response);
        } catch (IOException gone) {
            LOG.debug("The client left before the answer", gone);
        }
    }
}
