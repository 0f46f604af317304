package io.tokeneconomy.ledger;

/** What an entry records. */
public enum EntryType {
    /** Tokens given. */
    GRANT(Sign.IN),
    /** Tokens bought. */
    PURCHASE(Sign.IN),
    /** Tokens used; 0 when metered use did not fill a whole token yet. */
    SPEND(Sign.OUT_OR_ZERO),
    /** Tokens set aside. */
    HOLD(Sign.ZERO),
    /** Tokens of a hold used, the rest of it given back or left. */
    CAPTURE(Sign.OUT),
    /** Tokens of a hold given back. */
    RELEASE(Sign.ZERO),
    /** A hold's tokens given back because its time was over. */
    TIMEOUT(Sign.ZERO),
    /** A hold given more time. */
    EXTEND(Sign.ZERO),
    /** Tokens whose lot came to its end, or that were left over the cap of what stays. */
    EXPIRE(Sign.OUT),
    /** Tokens taken back because their payment was refunded or disputed. */
    CLAWBACK(Sign.OUT_OR_ZERO),
    /** Tokens given again because a clawback turned out to be wrong. */
    REINSTATE(Sign.IN),
    /** Tokens sent to another account. */
    TRANSFER_OUT(Sign.OUT),
    /** Tokens received from another account. */
    TRANSFER_IN(Sign.IN),
    /** A correction made by a person. */
    ADJUST(Sign.ANY_BUT_ZERO),
    /** An account's settings changed. */
    CONFIGURE(Sign.ZERO),
    /** An account closed, what it had left forfeited, what it owed written off. */
    CLOSE(Sign.ANY);

    private enum Sign {
        IN("positive"),
        OUT("negative"),
        OUT_OR_ZERO("negative or 0"),
        ZERO("0"),
        ANY_BUT_ZERO("not 0"),
        ANY("any");

        private final String words;

        Sign(String words) {
            this.words = words;
        }

        private boolean allows(long amount) {
            return switch (this) {
                case IN -> amount > 0;
                case OUT -> amount < 0;
                case OUT_OR_ZERO -> amount <= 0;
                case ZERO -> amount == 0;
                case ANY_BUT_ZERO -> amount != 0;
                case ANY -> true;
            };
        }
    }

    private final Sign sign;

    EntryType(Sign sign) {
        this.sign = sign;
    }

    boolean allows(long amount) {
        return sign.allows(amount);
    }

    String allowed() {
        return sign.words + " for an entry of type " + this;
    }
}
