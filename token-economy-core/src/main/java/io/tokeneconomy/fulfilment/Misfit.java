package io.tokeneconomy.fulfilment;

/**
 * Why money cannot be credited as it stands.
 *
 * @param kind what kind of contradiction
 * @param reason in words, for a person; quotes nothing that came from outside
 */
public record Misfit(Kind kind, String reason) {

    /** Kinds of contradictions, as the log names them. */
    public enum Kind {
        /** Something that every purchase's metadata has is missing. */
        MISSING_METADATA,
        /** The metadata's number of tokens is none, or not what was ordered. */
        INVALID_TOKENS,
        /** Anything else. */
        CONTRADICTION
    }

    static Misfit missing(String reason) {
        return new Misfit(Kind.MISSING_METADATA, reason);
    }

    static Misfit contradiction(String reason) {
        return new Misfit(Kind.CONTRADICTION, reason);
    }
}
