package io.tokeneconomy.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * What ties CSRF tokens to one browser session: a value that other browsers do not know and that changes when the
 * session does. Called from many threads.
 */
public interface SessionBinding {

    /** {@return the value of the request's session, empty when it has none yet} */
    Optional<String> find(HttpServletRequest request);

    /** {@return the value of the request's session, after giving it one when it had none} */
    String findOrCreate(HttpServletRequest request, HttpServletResponse response);

    /**
     * {@return the default} The id of the {@link jakarta.servlet.http.HttpSession} when there is one, but none is ever
     * created; otherwise a random cookie of our own: {@code __Host-te-sid} on secure requests, {@code te-sid} on
     * others, both {@code HttpOnly; SameSite=Lax}, gone with the browser session.
     */
    static SessionBinding standard() {
        return StandardBinding.INSTANCE;
    }
}
