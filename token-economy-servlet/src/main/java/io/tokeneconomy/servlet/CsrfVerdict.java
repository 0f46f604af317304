package io.tokeneconomy.servlet;

/** Whether a request may be what the signed-in user wants. */
public enum CsrfVerdict {
    /** It may. */
    ALLOWED,
    /** A page of another site made the browser send it. */
    ORIGIN_REFUSED,
    /** It has no token, one that is over 24 hours old, or not one of this user and session. */
    TOKEN_INVALID;

    /** {@return whether the request may go on} */
    public boolean allowed() {
        return this == ALLOWED;
    }
}
