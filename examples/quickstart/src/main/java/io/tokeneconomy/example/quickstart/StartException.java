package io.tokeneconomy.example.quickstart;

import io.tokeneconomy.error.TokenEconomyException;

/** The shop cannot start; the message tells its owner what to change. */
final class StartException extends TokenEconomyException {

    private static final long serialVersionUID = 1L;

    StartException(String message, Exception cause) {
        super(message, true, cause);
    }

    static StartException portTaken(String variable, int port, Exception cause) {
        Throwable reason = cause.getCause() == null ? cause : cause.getCause();
        return new StartException(
                "cannot listen on port " + port + " (" + reason.getMessage() + "). Set " + variable
                        + " to a free port.",
                cause);
    }
}
