package io.tokeneconomy.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.fulfilment.RefundScenarios.Scenario;
import io.tokeneconomy.ledger.Balance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The table of docs/refunds.md is what happens. To write it anew after a change that is meant:
 * {@code mvn test -Dtest=RefundsDocTest -Drefunds.write=true}.
 */
class RefundsDocTest {

    private static final Path PAGE = Path.of("../docs/refunds.md");
    private static final String BEGIN = "<!-- scenarios -->\n";
    private static final String END = "<!-- end of scenarios -->\n";

    @Test
    void thePageTellsWhatHappens() throws IOException {
        String page = Files.readString(PAGE);
        String told =
                page.substring(0, page.indexOf(BEGIN) + BEGIN.length()) + table() + page.substring(page.indexOf(END));
        if (Boolean.getBoolean("refunds.write")) {
            Files.writeString(PAGE, told);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(told);
    }

    private static String table() {
        return "| what happens | policy | entries | available | owed |\n|---|---|---|---|---|\n"
                + RefundScenarios.ALL.stream().map(RefundsDocTest::row).collect(Collectors.joining());
    }

    private static String row(Scenario scenario) {
        try (ScenarioLife life = new ScenarioLife(scenario.policy())) {
            scenario.story().accept(life);
            Balance balance = life.balance();
            return "| %s | %s | %s | %d | %d |%n"
                    .formatted(
                            scenario.name(),
                            scenario.policy().name().toLowerCase(Locale.ROOT),
                            life.entries(),
                            balance.available(),
                            balance.debt())
                    .replace(System.lineSeparator(), "\n");
        }
    }
}
