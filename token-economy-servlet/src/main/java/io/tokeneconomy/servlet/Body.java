package io.tokeneconomy.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Reads a request's body, byte for byte. */
final class Body {

    private Body() {}

    /**
     * {@return the body}
     *
     * @param maxBytes most bytes it may have, whatever {@code Content-Length} says
     * @throws ProblemException when it is larger, or breaks off
     */
    static byte[] read(HttpServletRequest request, int maxBytes) {
        if (request.getContentLengthLong() > maxBytes) {
            throw tooLarge(maxBytes);
        }
        try {
            byte[] body = request.getInputStream().readNBytes(maxBytes + 1);
            if (body.length > maxBytes) {
                throw tooLarge(maxBytes);
            }
            return body;
        } catch (IOException brokenOff) {
            throw new ProblemException(ProblemCode.INVALID_REQUEST, "The body broke off.");
        }
    }

    static ProblemException tooLarge(int maxBytes) {
        return new ProblemException(ProblemCode.PAYLOAD_TOO_LARGE, "The body may have " + maxBytes + " bytes at most.");
    }
}
