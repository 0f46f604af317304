package io.tokeneconomy.servlet.admin.console;

import io.tokeneconomy.error.InvalidValueException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What stands in a form, and what is wrong with it. Not thread-safe. */
final class Fields {

    /** Of an untouched form. */
    static Fields empty() {
        return new Fields(Map.of());
    }

    /** How fields are called where their names do not tell. */
    private static final Map<String, String> LABELS = Map.of(
            "q", "Customer id",
            "account", "Customer id",
            "granted", "Tokens",
            "expires", "Last day",
            "grant-reason", "Reason",
            "adjust-reason", "Reason",
            "until", "To",
            "percent", "Fee, %",
            "fixed", "Fee, fixed");

    private final Map<String, String> values;
    private final Map<String, String> problems = new LinkedHashMap<>();

    Fields(Map<String, String> values) {
        this.values = values;
    }

    String value(String name) {
        return values.getOrDefault(name, "").strip();
    }

    /** {@return what the field says, empty when that is a problem} */
    <T> Optional<T> read(String name, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(value(name)));
        } catch (InvalidValueException e) {
            problem(name, "allowed is " + e.allowed() + ".");
            return Optional.empty();
        }
    }

    void problem(String name, String text) {
        problems.putIfAbsent(name, text);
    }

    @Nullable
    String problem(String name) {
        return problems.get(name);
    }

    Map<String, String> problems() {
        return problems;
    }

    /** {@return how a field is called} */
    static String label(String name) {
        String plain = name.replaceFirst("-\\d+$", "");
        return LABELS.getOrDefault(plain, Character.toUpperCase(plain.charAt(0)) + plain.substring(1));
    }

    boolean good() {
        return problems.isEmpty();
    }
}
