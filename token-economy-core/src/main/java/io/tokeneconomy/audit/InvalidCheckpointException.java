package io.tokeneconomy.audit;

import io.tokeneconomy.error.TokenEconomyException;

/** A checkpoint that is none, that was altered, or that somebody else signed. */
public final class InvalidCheckpointException extends TokenEconomyException {

    private static final long serialVersionUID = 1L;

    private final long line;

    /**
     * @param line the line that is wrong, counted from 1
     * @param reason what is wrong with it
     */
    public InvalidCheckpointException(long line, String reason) {
        super("line " + line + " of the checkpoint: " + reason, false, null);
        this.line = line;
    }

    /** {@return the line that is wrong, counted from 1} */
    public long line() {
        return line;
    }
}
