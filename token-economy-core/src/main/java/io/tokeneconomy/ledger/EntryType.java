package io.tokeneconomy.ledger;

/** What an entry records. */
public enum EntryType {
    /** Tokens given. */
    GRANT(1),
    /** Tokens bought. */
    PURCHASE(1),
    /** Tokens used. */
    SPEND(-1),
    /** Tokens whose lot came to its end. */
    EXPIRE(-1);

    private final int sign;

    EntryType(int sign) {
        this.sign = sign;
    }

    /** {@return 1 when such an entry adds tokens, −1 when it takes them} */
    public int sign() {
        return sign;
    }
}
