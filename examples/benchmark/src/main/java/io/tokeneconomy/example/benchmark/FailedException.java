package io.tokeneconomy.example.benchmark;

/** A run that ends without figures. */
public final class FailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what went wrong, in which trial */
    public FailedException(String message) {
        super(message);
    }
}
