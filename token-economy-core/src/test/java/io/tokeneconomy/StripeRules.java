package io.tokeneconomy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Stripe's rules, what is wrong with the list of them, and the page that shows them with their tests. */
final class StripeRules {

    static final int LAST = 120;

    private static final Path LIST = Path.of("src", "test", "resources", "io", "tokeneconomy", "stripe-rules.txt");
    private static final SortedSet<String> NOTHING = new TreeSet<>();
    private static final Map<Integer, String> PARTS = Map.of(
            1, "Receiving",
            32, "Crediting",
            73, "Calling Stripe",
            86, "Refunds",
            104, "Disputes",
            115, "Subscriptions");

    private StripeRules() {}

    /** One rule; the reason says what is not offered, or why there is no test. */
    record Row(int number, String title, String reason) {

        static Row of(String line) {
            String[] fields = line.split("\\|", -1);
            if (fields.length != 3) {
                throw new IllegalArgumentException("not number | title | reason: " + line);
            }
            return new Row(Integer.parseInt(fields[0].strip()), fields[1].strip(), fields[2].strip());
        }
    }

    static List<Row> read() throws IOException {
        try (Stream<String> lines = Files.lines(LIST)) {
            return lines.filter(line -> !line.isBlank()).map(Row::of).toList();
        }
    }

    /** What is wrong; empty when every rule has a test or a reason, and no test names another. */
    static List<String> faults(List<Row> rows, Map<Integer, SortedSet<String>> tests) {
        List<Integer> numbers = rows.stream().map(Row::number).toList();
        List<Integer> all = IntStream.rangeClosed(1, LAST).boxed().toList();
        Stream<String> order = numbers.equals(all) ? Stream.of() : Stream.of("the rules are not 1 to " + LAST);
        Stream<String> untitled =
                rows.stream().filter(row -> row.title().isEmpty()).map(row -> row.number() + " has no title");
        Stream<String> open = rows.stream()
                .filter(row -> row.reason().isEmpty() && !tests.containsKey(row.number()))
                .map(row -> row.number() + " has neither a test nor a reason: " + row.title());
        Stream<String> unknown = tests.entrySet().stream()
                .filter(entry -> !Set.copyOf(all).contains(entry.getKey()))
                .map(entry -> "there is no rule " + entry.getKey() + ": " + entry.getValue());
        return Stream.of(order, untitled, open, unknown).flatMap(each -> each).toList();
    }

    static String page(List<Row> rows, Map<Integer, SortedSet<String>> tests) {
        long proven =
                rows.stream().filter(row -> tests.containsKey(row.number())).count();
        return """
                # Stripe's rules and their tests

                What a shop has to know of Stripe, as numbered in the project's own list of rules, and which test proves that this
                library does. Generated; see `StripeRulesTest`. %d of %d have a test. The last column says what is not
                offered, or why there is no test.
                """.formatted(proven, rows.size())
                + rows.stream().map(row -> line(row, tests)).collect(Collectors.joining());
    }

    private static String line(Row row, Map<Integer, SortedSet<String>> tests) {
        String part = PARTS.get(row.number());
        String head = part == null ? "" : "\n## " + part + "\n\n| # | rule | tests | open |\n|---|---|---|---|\n";
        String names = tests.getOrDefault(row.number(), NOTHING).stream()
                .map(test -> "`" + test + "`")
                .collect(Collectors.joining("<br>"));
        return head + "| " + row.number() + " | " + row.title() + " | " + names + " | " + row.reason() + " |\n";
    }
}
