package io.tokeneconomy.servlet.admin.console;

/** A request that no page of ours sends; its message is for the operator. */
final class WrongRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    WrongRequestException(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
