package io.tokeneconomy.servlet;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The container's session when there is one, otherwise a cookie of our own. */
final class StandardBinding implements SessionBinding {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final boolean alwaysSecure;

    /** @param alwaysSecure whether browsers come over https even when the request does not look like it */
    StandardBinding(boolean alwaysSecure) {
        this.alwaysSecure = alwaysSecure;
    }

    @Override
    public Optional<String> find(HttpServletRequest request) {
        return all(request).stream().findFirst();
    }

    @Override
    public List<String> all(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? cookies(request) : List.of("s:" + session.getId());
    }

    @Override
    public String findOrCreate(HttpServletRequest request, HttpServletResponse response) {
        return find(request).orElseGet(() -> ofCookie(create(request, response)));
    }

    private static String ofCookie(String value) {
        return "c:" + value;
    }

    private List<String> cookies(HttpServletRequest request) {
        String name = name(request);
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(value -> FORM.matcher(value).matches())
                .map(StandardBinding::ofCookie)
                .toList();
    }

    private String create(HttpServletRequest request, HttpServletResponse response) {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        Cookie cookie = new Cookie(
                name(request), Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(isSecure(request));
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
        return cookie.getValue();
    }

    /** Browsers let only this very host set a {@code __Host-} cookie, but take it over https alone. */
    private String name(HttpServletRequest request) {
        return isSecure(request) ? "__Host-te-sid" : "te-sid";
    }

    private boolean isSecure(HttpServletRequest request) {
        return alwaysSecure || request.isSecure();
    }
}
