package io.tokeneconomy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.StripeRules.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every rule of Stripe has a test or a written reason, and docs/stripe-rules.md shows which. */
class StripeRulesTest {

    private static final Path PAGE = Path.of("..", "docs", "stripe-rules.md");
    private static final String WRITE = "stripe.rules.write";

    @Test
    void everyRuleHasATestOrAReason() throws IOException {
        assertThat(StripeRules.faults(StripeRules.read(), StripeRuleTests.find()))
                .isEmpty();
    }

    @Test
    void thePageIsUpToDate() throws IOException {
        String page = StripeRules.page(StripeRules.read(), StripeRuleTests.find());
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE))
                .as("docs/stripe-rules.md; run this test with -D%s=true", WRITE)
                .isEqualTo(page);
    }

    @Test
    void everyFaultIsFound() {
        List<Row> rows = new ArrayList<>(IntStream.rangeClosed(1, StripeRules.LAST)
                .mapToObj(number -> new Row(number, "a rule", "not offered"))
                .toList());
        assertThat(StripeRules.faults(rows, tests(1))).isEmpty();
        assertThat(StripeRules.faults(rows, tests(121))).containsExactly("there is no rule 121: [a test]");

        rows.set(6, new Row(7, "an open one", ""));
        assertThat(StripeRules.faults(rows, tests(8)))
                .containsExactly("7 has neither a test nor a reason: an open one");
        assertThat(StripeRules.faults(rows, tests(7))).isEmpty();

        rows.set(6, new Row(7, "", "not offered"));
        assertThat(StripeRules.faults(rows, tests(1))).containsExactly("7 has no title");
        rows.remove(6);
        assertThat(StripeRules.faults(rows, tests(1))).containsExactly("the rules are not 1 to 120");
    }

    private static SortedMap<Integer, SortedSet<String>> tests(int number) {
        SortedMap<Integer, SortedSet<String>> tests = new TreeMap<>();
        tests.put(number, new TreeSet<>(List.of("a test")));
        return tests;
    }
}
