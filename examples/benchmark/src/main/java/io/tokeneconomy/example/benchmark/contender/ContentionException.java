package io.tokeneconomy.example.benchmark.contender;

/** A spend that lost against others, or whose outcome is unknown: to be tried again under the same key. */
public final class ContentionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param cause what the database said */
    public ContentionException(Throwable cause) {
        super(cause);
    }
}
