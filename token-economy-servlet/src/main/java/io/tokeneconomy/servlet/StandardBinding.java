package io.tokeneconomy.servlet;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The container's session when there is one, otherwise a cookie of our own. */
final class StandardBinding implements SessionBinding {

    static final SessionBinding INSTANCE = new StandardBinding();

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private StandardBinding() {}

    @Override
    public Optional<String> find(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? cookie(request).map(StandardBinding::ofCookie) : Optional.of("s:" + session.getId());
    }

    @Override
    public String findOrCreate(HttpServletRequest request, HttpServletResponse response) {
        return find(request).orElseGet(() -> ofCookie(create(request, response)));
    }

    private static String ofCookie(String value) {
        return "c:" + value;
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        String name = name(request);
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .flatMap(cookie -> cookie.getName().equals(name) ? Stream.of(cookie.getValue()) : Stream.empty())
                .filter(value -> FORM.matcher(value).matches())
                .findFirst();
    }

    private static String create(HttpServletRequest request, HttpServletResponse response) {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        Cookie cookie = new Cookie(
                name(request), Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
        return cookie.getValue();
    }

    /** Browsers let only this very host set a {@code __Host-} cookie, but take it over https alone. */
    private static String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-te-sid" : "te-sid";
    }
}
