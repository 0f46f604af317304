package io.tokeneconomy.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;

/**
 * What ties CSRF tokens to one browser session: a value that other browsers do not know and that changes when the
 * session does. Called from many threads.
 *
 * <p>The {@linkplain #standard() default} ends tokens when the container's session ends or gets another id. Where there is
 * no such session, tokens hang on a cookie of ours that stays until the browser is closed: signing out does not end
 * them, so that one made before serves the same user again in the same browser, for 24 hours at most. A host whose
 * sign-out must end tokens gives its own binding, such as the id of its own session.
 */
public interface SessionBinding {

    /** {@return the value of the request's session, empty when it has none yet} */
    Optional<String> find(HttpServletRequest request);

    /**
     * {@return every value that may be the one of the request's session} A token bound to any of them is taken. By
     * default what {@link #find} finds.
     */
    default List<String> all(HttpServletRequest request) {
        return find(request).stream().toList();
    }

    /** {@return the value of the request's session, after giving it one when it had none} */
    String findOrCreate(HttpServletRequest request, HttpServletResponse response);

    /**
     * {@return the default} The id of the {@link jakarta.servlet.http.HttpSession} when there is one, but none is ever
     * created; otherwise a random cookie of our own, {@code HttpOnly; SameSite=Lax}, gone with the browser session: on
     * https {@code __Host-te-sid}, {@code Secure}, otherwise {@code te-sid}. When several of that name arrive, since
     * another host of the domain set one too, each counts.
     *
     * @param secure whether browsers come over https even when a request does not say so, since a proxy ends TLS; the
     *     filter's own default is whether the shop's base URL is https
     */
    static SessionBinding standard(boolean secure) {
        return new StandardBinding(secure);
    }

    /** Same as {@link #standard(boolean)} with false: https is what the container calls so. */
    static SessionBinding standard() {
        return standard(false);
    }
}
