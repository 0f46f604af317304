package io.tokeneconomy.ledger;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;

/**
 * The permanent name of one operation, unique in the whole ledger. Applying an operation again under its key changes
 * nothing and answers with the first entry; another operation under the same key is refused as a conflict. Keys never
 * expire.
 *
 * <p>Keys are shared by all accounts: put your own namespace in front of a key that a client may choose. Derive the key from what causes the operation ({@code "image-4711"}), never from time or chance.
 *
 * @param value 1 to {@value LedgerLimits#MAX_KEY} printable ASCII characters without blanks; a reserved one up to
 *     {@value LedgerLimits#MAX_RESERVED_KEY}, so that it can have a host's key in it
 */
public record IdempotencyKey(String value) {

    private static final String RESERVED = "te:";

    /** @throws InvalidValueException when the value is not allowed */
    public IdempotencyKey {
        int max = value.startsWith(RESERVED) ? LedgerLimits.MAX_RESERVED_KEY : LedgerLimits.MAX_KEY;
        if (value.isEmpty() || value.length() > max || value.indexOf(' ') >= 0 || !Checks.isPrintableAscii(value)) {
            throw new InvalidValueException("key", value, "1 to " + max + " printable ASCII characters, no blanks");
        }
    }

    /**
     * {@return the host's key with this value}
     *
     * @param value the key; must not start with {@code te:}, which is kept for Token Economy's own bookings
     * @throws InvalidValueException when the value is not allowed or reserved
     */
    public static IdempotencyKey of(String value) {
        return new IdempotencyKey(value).requireUnreserved();
    }

    /**
     * {@return the key of one of Token Economy's own bookings, such as {@code te:purchase:cs_…}}
     *
     * @param kind what is booked
     * @param id what makes it unique within its kind
     */
    public static IdempotencyKey reserved(String kind, String id) {
        return new IdempotencyKey(RESERVED + kind + ":" + id);
    }

    /** {@return whether this key is kept for Token Economy's own bookings} */
    public boolean isReserved() {
        return value.startsWith(RESERVED);
    }

    /**
     * {@return this key}
     *
     * @throws InvalidValueException when the key is reserved
     */
    public IdempotencyKey requireUnreserved() {
        if (isReserved()) {
            throw new InvalidValueException("key", value, "a key that does not start with " + RESERVED);
        }
        return this;
    }

    @Override
    public String toString() {
        return value;
    }
}
