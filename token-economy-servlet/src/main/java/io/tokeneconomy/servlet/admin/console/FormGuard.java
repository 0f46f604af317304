package io.tokeneconomy.servlet.admin.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Keeps other sites from posting the console's forms with an operator's cookies. */
public interface FormGuard {

    /** {@return a token for a form of this operator and session} May set a cookie. */
    String token(String operator, HttpServletRequest request, HttpServletResponse response);

    /** {@return whether no other site made the browser send this request, and the form's token is this operator's} */
    boolean allows(String operator, String token, HttpServletRequest request);
}
