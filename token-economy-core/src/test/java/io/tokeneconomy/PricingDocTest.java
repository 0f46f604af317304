package io.tokeneconomy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Ledger;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.pricing.PriceList;
import java.io.StringReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/pricing.md compile and do what the page says. */
class PricingDocTest {

    private static final Path PAGE = Path.of("..", "docs", "pricing.md");
    private static final Pattern JAVA = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);
    private static final Pattern PROPERTIES = Pattern.compile("```\\R(token-economy.*?)```", Pattern.DOTALL);

    @Test
    void theExamplesRun(@TempDir Path classes) throws Exception {
        List<String> examples = JAVA.matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(examples).hasSize(3);
        ArchitectureSources.compile(List.of(source(examples)), classes);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            Class<?> page = loader.loadClass("page.Page");
            PriceList list = (PriceList) page.getMethod("list").invoke(null);
            try (Shop shop = Shop.on(MemoryLedgerStore.create(), builder -> builder.prices(list))) {
                Ledger ledger = shop.economy.ledger();
                ledger.grant(Shop.ALICE, 100, IdempotencyKey.of("gift"));
                page.getMethod("run", TokenEconomy.class, AccountId.class).invoke(null, shop.economy, Shop.ALICE);

                // 10 for two images, 1 for 1,750 words with 3/4 carried, 5 for the cat, 1 for 300 words more
                assertThat(ledger.balance(Shop.ALICE).available()).isEqualTo(100 - 10 - 1 - 5 - 1);
                assertThat(ledger.entry(IdempotencyKey.of("image-4712"))
                                .orElseThrow()
                                .type())
                        .isEqualTo(EntryType.CAPTURE);
                assertThat(list.toString()).isEqualTo(fromPage().toString());
            }
        }
    }

    private static PriceList fromPage() throws Exception {
        Properties properties = new Properties();
        MatchResult found =
                PROPERTIES.matcher(Files.readString(PAGE)).results().findFirst().orElseThrow();
        properties.load(new StringReader(found.group(1)));
        return PriceList.fromProperties(properties);
    }

    private static String source(List<String> examples) {
        return """
                package page;
                import io.tokeneconomy.*;
                import io.tokeneconomy.ledger.*;
                import io.tokeneconomy.pricing.*;
                import java.time.*;

                public class Page {
                    public static PriceList list() {
                        %s
                        return list;
                    }
                    public static void run(TokenEconomy economy, AccountId alice) {
                        %s
                        %s
                        answer.orElseThrow();
                    }
                    static String draw(String what) { return what; }
                    static String ask(String what) { return what.repeat(75); }
                }
                """.formatted(examples.toArray());
    }
}
