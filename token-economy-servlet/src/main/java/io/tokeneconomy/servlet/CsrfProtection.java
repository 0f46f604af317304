package io.tokeneconomy.servlet;

import io.tokeneconomy.ledger.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Protects endpoints against requests that another site makes a signed-in user's browser send. The filter's own
 * endpoints use it; the host protects its own with the same object:
 *
 * <pre>{@code
 * if (!filter.csrf().allows(request, response)) {
 *     return; // the error is answered already
 * }
 * }</pre>
 *
 * <p>Layers: the origin gate ({@code Sec-Fetch-Site}, else {@code Origin}), then a token in the header {@value
 * #HEADER}, bound to user and session and good for 24 hours. A custom header alone already keeps plain forms of other
 * sites out. Thread-safe.
 */
public final class CsrfProtection {

    /** The request header that carries the token. */
    public static final String HEADER = "X-CSRF-Token";

    /** The form's field that carries it. */
    static final String FIELD = "csrf";

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    private final OriginGate gate;
    private final CsrfTokens tokens;
    private final SessionBinding sessions;
    private final Users users;
    private final HostCsrf host;

    CsrfProtection(OriginGate gate, CsrfTokens tokens, SessionBinding sessions, Users users, HostCsrf host) {
        this.gate = gate;
        this.tokens = tokens;
        this.sessions = sessions;
        this.users = users;
        this.host = host;
    }

    /**
     * {@return a token for the request's user and session, to be sent back in {@value #HEADER}} May set a cookie, so
     * call it before the response is committed; the answer must not be cached.
     *
     * @throws io.tokeneconomy.error.InvalidValueException when the user's id cannot name an account
     */
    public String token(HttpServletRequest request, HttpServletResponse response) {
        return token(users.find(request), request, response);
    }

    /** Token and header: the host's, where it has a protection of its own. */
    HostCsrf.Token issued(Optional<AccountId> user, HttpServletRequest request, HttpServletResponse response) {
        return host.token(request).orElseGet(() -> ours(user, request, response));
    }

    /** The same for a form: ours, too, where the host takes its own in a header only; none for those who must sign in. */
    HostCsrf.Token issuedForForm(Optional<AccountId> user, HttpServletRequest request, HttpServletResponse response) {
        if (user.isEmpty()) {
            return new HostCsrf.Token(HEADER, FIELD, "");
        }
        return host.token(request)
                .filter(token -> token.parameter() != null)
                .orElseGet(() -> ours(user, request, response));
    }

    private HostCsrf.Token ours(Optional<AccountId> user, HttpServletRequest request, HttpServletResponse response) {
        return new HostCsrf.Token(HEADER, FIELD, token(user, request, response));
    }

    String token(Optional<AccountId> user, HttpServletRequest request, HttpServletResponse response) {
        return tokens.issue(name(user), sessions.findOrCreate(request, response));
    }

    /**
     * {@return whether the request may be what its user wants} GET, HEAD and OPTIONS always may: they must not change
     * anything. A user whose identity is not ambient (see {@link UserResolver#ambient}) needs no token.
     *
     * @throws io.tokeneconomy.error.InvalidValueException when the user's id cannot name an account
     */
    public CsrfVerdict verify(HttpServletRequest request) {
        if (!sameOrigin(request)) {
            return CsrfVerdict.ORIGIN_REFUSED;
        }
        return isSafe(request) || hasToken(users.find(request), request)
                ? CsrfVerdict.ALLOWED
                : CsrfVerdict.TOKEN_INVALID;
    }

    /** {@return whether the user needs no token, or the request has one of this very user} */
    boolean hasToken(Optional<AccountId> user, HttpServletRequest request) {
        return accepts(user, request.getHeader(HEADER), request);
    }

    /** {@return whether the user needs no token, or this one, which stood in a form for example, is his} */
    boolean accepts(Optional<AccountId> user, @Nullable String token, HttpServletRequest request) {
        if (!users.ambient(request) || host.verified(request)) {
            return true;
        }
        return token != null
                && sessions.all(request).stream().anyMatch(binding -> tokens.valid(token, name(user), binding));
    }

    /**
     * {@return whether no other site made the browser send this request} The first layer alone, for requests that
     * cannot have a token yet, such as a sign-in form.
     */
    public boolean sameOrigin(HttpServletRequest request) {
        return isSafe(request) || gate.allows(request);
    }

    /**
     * Verifies a request and, when it is refused, answers it with 403 and {@code application/problem+json}.
     *
     * @return whether the request may go on
     * @throws IOException when the answer cannot be sent
     * @throws io.tokeneconomy.error.InvalidValueException when the user's id cannot name an account
     */
    public boolean allows(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CsrfVerdict verdict = verify(request);
        response.addHeader("Vary", OriginGate.HEADERS);
        if (!verdict.allowed()) {
            problem(verdict).toJson().send(request, response);
        }
        return verdict.allowed();
    }

    static Problem problem(CsrfVerdict refused) {
        return refused == CsrfVerdict.ORIGIN_REFUSED
                ? Problem.of(ProblemCode.ORIGIN_REFUSED, "The request comes from another site.")
                : Problem.of(
                        ProblemCode.CSRF_INVALID,
                        "The header " + HEADER + " is missing, too old, or was made for another user or session.");
    }

    /** Nobody's tokens are bound to the empty id, which no account has. */
    private static String name(Optional<AccountId> user) {
        return user.map(AccountId::value).orElse("");
    }

    private static boolean isSafe(HttpServletRequest request) {
        return SAFE_METHODS.contains(request.getMethod());
    }
}
