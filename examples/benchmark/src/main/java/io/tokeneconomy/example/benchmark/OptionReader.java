package io.tokeneconomy.example.benchmark;

import io.tokeneconomy.error.InvalidValueException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads {@code name=value} pairs with blanks between them; knows all names once they were asked for. */
final class OptionReader {

    private final Map<String, String> given = new LinkedHashMap<>();
    private final TreeSet<String> known = new TreeSet<>();

    OptionReader(String pairs) {
        for (String pair : pairs.strip().split("\\s+", -1)) {
            if (!pair.isEmpty()) {
                add(pair);
            }
        }
    }

    String text(String name, String otherwise) {
        known.add(name);
        return given.getOrDefault(name, otherwise);
    }

    int number(String name, int least, int most, int otherwise) {
        return number(name, text(name, String.valueOf(otherwise)), least, most);
    }

    List<Integer> numbers(String name, int most, String otherwise) {
        return list(name, otherwise).stream()
                .map(value -> number(name, value, 1, most))
                .toList();
    }

    /** {@return whether the second of two words is given; the first is the default} */
    boolean either(String name, String first, String second) {
        return several(name, List.of(first, second), first).get(0).equals(second);
    }

    /** {@return those of the choices whose names are given} */
    <T> List<T> several(String name, List<T> choices, String otherwise) {
        List<T> chosen = new ArrayList<>();
        for (String value : list(name, otherwise)) {
            chosen.add(choices.stream()
                    .filter(choice -> choice.toString().equals(value))
                    .findAny()
                    .orElseThrow(() -> new InvalidValueException(name, value, names(choices))));
        }
        return chosen;
    }

    void requireAllRead() {
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                throw new InvalidValueException("BENCH", name, "options named " + String.join(", ", known));
            }
        }
    }

    private void add(String pair) {
        int sign = pair.indexOf('=');
        if (sign < 1) {
            throw new InvalidValueException("BENCH", pair, "name=value, with blanks between the pairs");
        }
        if (given.put(pair.substring(0, sign), pair.substring(sign + 1)) != null) {
            throw new InvalidValueException("BENCH", pair, "each option once");
        }
    }

    private List<String> list(String name, String otherwise) {
        List<String> values = Arrays.asList(text(name, otherwise).split(",", -1));
        if (values.stream().distinct().count() < values.size()) {
            throw new InvalidValueException(name, String.join(",", values), "each value once");
        }
        return values;
    }

    private static int number(String name, String value, int least, int most) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw new InvalidValueException(name, value, least + " to " + most);
    }

    private static String names(List<?> choices) {
        return choices.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
