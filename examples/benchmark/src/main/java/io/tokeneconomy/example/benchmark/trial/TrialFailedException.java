package io.tokeneconomy.example.benchmark.trial;

/** A trial whose figures must not be used: a broken promise, or books that do not add up. */
public final class TrialFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what was wrong */
    public TrialFailedException(String message) {
        super(message);
    }
}
