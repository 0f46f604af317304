package io.tokeneconomy.error;

/**
 * A value that is not allowed: an argument, a setting, a field of a request. The message names the field, the value
 * and what is allowed instead, so that it can be shown to a developer as it is.
 */
public final class InvalidValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN_LENGTH = 100;

    private final String field;
    private final String value;
    private final String allowed;

    /**
     * @param field the name of the argument, property or request field
     * @param value what was given, shown in the message (cut at 100 characters); never pass a secret
     * @param allowed what would have been accepted, as a noun phrase such as {@code "1 to 100"}
     */
    public InvalidValueException(String field, Object value, String allowed) {
        super(field + " is " + shown(value) + ", allowed is: " + allowed);
        this.field = field;
        this.value = shown(value);
        this.allowed = allowed;
    }

    /** {@return the name of the offending argument, property or request field} */
    public String field() {
        return field;
    }

    /** {@return the offending value as shown in the message} */
    public String value() {
        return value;
    }

    /** {@return what is allowed} */
    public String allowed() {
        return allowed;
    }

    private static String shown(Object value) {
        String text = String.valueOf(value);
        String cut = text.length() <= SHOWN_LENGTH ? text : text.substring(0, SHOWN_LENGTH) + "…";
        return value instanceof CharSequence ? '"' + cut + '"' : cut;
    }
}
