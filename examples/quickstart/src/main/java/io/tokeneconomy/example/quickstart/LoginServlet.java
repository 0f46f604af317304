package io.tokeneconomy.example.quickstart;

import io.tokeneconomy.servlet.CsrfProtection;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** {@code POST /login} with {@code user=…} signs in as anybody; {@code POST /logout} signs out. A demo, no more. */
final class LoginServlet extends HttpServlet {

    static final String LOGIN = "/login";
    static final String LOGOUT = "/logout";

    private static final long serialVersionUID = 1L;

    private final transient DemoSessions sessions;
    private final transient CsrfProtection csrf;

    LoginServlet(DemoSessions sessions, CsrfProtection csrf) {
        this.sessions = sessions;
        this.csrf = csrf;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!csrf.sameOrigin(request)) {
            Answers.problem(response, 403, "origin_refused", "The request comes from another site", "");
        } else if (LOGOUT.equals(request.getServletPath())) {
            sessions.end(response);
            Answers.seeOther(response, "/");
        } else {
            login(request.getParameter("user"), response);
        }
    }

    private void login(@Nullable String user, HttpServletResponse response) throws IOException {
        if (user == null || !DemoTickets.USER.matcher(user).matches()) {
            Answers.problem(response, 400, "invalid_user", "user is not 1 to 64 of A-Z a-z 0-9 _ . @ -", "");
            return;
        }
        sessions.begin(user, response);
        Answers.seeOther(response, "/");
    }
}
