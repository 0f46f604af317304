package io.tokeneconomy.servlet.admin.console;

import static io.tokeneconomy.servlet.admin.console.Html.attr;
import static io.tokeneconomy.servlet.admin.console.Html.el;

import io.tokeneconomy.ledger.IdempotencyKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One request of an operator.
 *
 * @param operator who
 * @param values what was asked or posted, each value once
 * @param csrf a token for the forms of the answer
 * @param now when
 */
record Visit(String operator, Map<String, String> values, String csrf, Instant now) {

    static final String CSRF = "csrf";
    static final String FORM = "form";
    static final String CONFIRMED = "confirmed";

    private static final Pattern FORM_ID = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 16;

    /** {@return the value without blanks around it, empty when there is none} */
    String value(String name) {
        return values.getOrDefault(name, "").strip();
    }

    boolean has(String name) {
        return !value(name).isEmpty();
    }

    /** Whether the operator has seen the review and says yes. */
    boolean confirmed() {
        return has(CONFIRMED);
    }

    /** {@return the key of whatever this form books: the same however often it is posted} */
    IdempotencyKey key() {
        String form = value(FORM);
        if (!FORM_ID.matcher(form).matches()) {
            throw new WrongRequestException(400, "The form has no id. Go back, load the page again and repeat.");
        }
        return key(form);
    }

    static IdempotencyKey key(String form) {
        return IdempotencyKey.of("console-" + form);
    }

    /** {@return what every form that changes something has in it: a token, and an id that a second post repeats} */
    Html formStart() {
        String form = FORM_ID.matcher(value(FORM)).matches() ? value(FORM) : newId();
        return Html.all(hidden(CSRF, csrf), hidden(FORM, form));
    }

    /** {@return the visit without the form that was posted} What it asked for is done: forms of the answer are other ones. */
    Visit done() {
        Map<String, String> rest = new LinkedHashMap<>(values);
        rest.remove(FORM);
        return new Visit(operator, rest, csrf, now);
    }

    static Html hidden(String name, String value) {
        return el("input", attr("type", "hidden"), attr("name", name), attr("value", value));
    }

    private static String newId() {
        byte[] id = new byte[ID_BYTES];
        RANDOM.nextBytes(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }
}
