package io.tokeneconomy.example.quickstart;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.servlet.SessionBinding;
import io.tokeneconomy.servlet.UserResolver;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who is signed in, kept in a signed cookie: nothing to store, and a restart signs nobody out. A real application has
 * its own; this one asks for no password. Thread-safe.
 */
final class DemoSessions implements UserResolver, SessionBinding {

    private static final String COOKIE = "demo_session";
    private static final Duration LIFETIME = Duration.ofDays(7);
    private static final int ID_BYTES = 18;

    private final DemoTickets tickets;
    private final InstantSource time;
    private final boolean secure;
    private final SecureRandom random = new SecureRandom();

    /** @param secure whether the cookie is for https only */
    DemoSessions(byte[] key, boolean secure, InstantSource time) {
        this.tickets = new DemoTickets(key);
        this.time = time;
        this.secure = secure;
    }

    /** Signs a user in, with a new session. */
    void begin(String user, HttpServletResponse response) {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        String name = Base64.getUrlEncoder().encodeToString(id);
        long expires = time.instant().plus(LIFETIME).getEpochSecond();
        setCookie(tickets.write(new DemoTickets.Ticket(user, name, expires)), LIFETIME, response);
    }

    /** Signs out. */
    void end(HttpServletResponse response) {
        setCookie("", Duration.ZERO, response);
    }

    @Override
    public Optional<AccountId> resolve(HttpServletRequest request) {
        return ticket(request).map(ticket -> AccountId.of(ticket.user()));
    }

    @Override
    public Optional<String> find(HttpServletRequest request) {
        return ticket(request).map(DemoTickets.Ticket::session);
    }

    @Override
    public String findOrCreate(HttpServletRequest request, HttpServletResponse response) {
        return find(request).orElseGet(() -> SessionBinding.standard().findOrCreate(request, response));
    }

    private Optional<DemoTickets.Ticket> ticket(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> COOKIE.equals(cookie.getName()))
                .flatMap(cookie -> tickets.read(cookie.getValue()).stream())
                .filter(ticket -> ticket.expires() > time.instant().getEpochSecond())
                .findFirst();
    }

    private void setCookie(String value, Duration age, HttpServletResponse response) {
        Cookie cookie = new Cookie(COOKIE, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setMaxAge(Math.toIntExact(age.toSeconds()));
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
