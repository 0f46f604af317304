package io.tokeneconomy.servlet;

import java.util.Locale;

/**
 * Everything that can go wrong with a request. The {@link #code()} stands in the {@code code} field of every error
 * answer (<a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>, {@code application/problem+json}) and never
 * changes; clients decide on it, not on the texts.
 */
public enum ProblemCode {
    /** The body or the query is not what the endpoint takes; {@code detail} says what. */
    INVALID_REQUEST(400, "Invalid request"),
    /** {@code limit} is not a whole number from 1 to 100. */
    INVALID_LIMIT(400, "Invalid limit"),
    /** {@code cursor} is not the {@code nextCursor} of an earlier page. */
    INVALID_CURSOR(400, "Invalid cursor"),
    /** The signed-in user's id cannot name an account, see {@link io.tokeneconomy.ledger.AccountId}. */
    INVALID_USER(400, "Invalid user id"),
    /** A webhook call whose origin is not proven: wrong secret, changed body, or too old. */
    INVALID_SIGNATURE(400, "Invalid signature"),
    /** A webhook call that is signed but is no event. */
    MALFORMED_EVENT(400, "Malformed event"),
    /** Nobody is signed in. */
    NOT_SIGNED_IN(401, "Not signed in"),
    /** The CSRF token is missing, over 24 hours old, or not the one of this user and session. Fetch a new one and repeat. */
    CSRF_INVALID(403, "Invalid CSRF token"),
    /** A page of another site made the browser send this request. */
    ORIGIN_REFUSED(403, "Origin refused"),
    /** The catalog has no such package. */
    UNKNOWN_PACKAGE(404, "Unknown package"),
    /** The user has no such checkout. */
    UNKNOWN_SESSION(404, "Unknown checkout session"),
    /** The user has no such purchase, or there is no receipt of it. */
    UNKNOWN_RECEIPT(404, "No receipt"),
    /** The endpoint exists, but not with this method; {@code Allow} lists those it has. */
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    /** The box for automatic purchases stood for other terms than those of now. */
    TERMS_CHANGED(409, "Terms changed"),
    /** The body is larger than the endpoint takes. */
    PAYLOAD_TOO_LARGE(413, "Payload too large"),
    /** The body is not {@code application/json} in UTF-8. */
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    /** An unexpected fault; the log tells more. */
    INTERNAL_ERROR(500, "Internal error"),
    /** The payment provider refuses what we ask; a person must look at keys or prices. */
    PAYMENTS_REFUSED(502, "Payment provider refuses"),
    /** The payment provider cannot be reached; repeat after {@code Retry-After} seconds. */
    PAYMENTS_UNAVAILABLE(503, "Payment provider unavailable"),
    /** The store cannot be reached; repeat after {@code Retry-After} seconds. */
    STORE_UNAVAILABLE(503, "Store unavailable"),
    /** Something that this request builds on is not there yet; repeat after {@code Retry-After} seconds. */
    RETRY_LATER(503, "Not possible yet");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** {@return the name that clients see, such as {@code unknown_package}} */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the HTTP status it comes with} */
    public int status() {
        return status;
    }

    /** {@return a few words for a person} */
    public String title() {
        return title;
    }
}
