package io.tokeneconomy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.checkout.CheckoutSettings;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.payment.CheckoutOptions;
import io.tokeneconomy.payment.CheckoutOptions.Feature;
import io.tokeneconomy.payment.CheckoutOptions.SubmitType;
import io.tokeneconomy.payment.ScriptedGateway;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of docs/checkout.md compiles and means what it says; its table leaves no option out. */
class CheckoutDocTest {

    private static final Path PAGE = Path.of("..", "docs", "checkout.md");
    private static final Pattern JAVA = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);

    @Test
    void theExampleIsTrue(@TempDir Path classes) throws Exception {
        MatchResult example =
                JAVA.matcher(Files.readString(PAGE)).results().findFirst().orElseThrow();
        ArchitectureSources.compile(List.of(source(example.group(1))), classes);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            TokenEconomyBuilder builder = (TokenEconomyBuilder)
                    loader.loadClass("page.Page").getMethod("builder").invoke(null);
            try (TokenEconomy economy = builder.store(MemoryLedgerStore.create())
                    .payments(new ScriptedGateway())
                    .build()) {
                assertThat(economy.settings())
                        .isEqualTo(CheckoutSettings.at(URI.create("https://shop.example"))
                                .withOptions(CheckoutOptions.NONE
                                        .with(Feature.AUTOMATIC_TAX, Feature.PROMOTION_CODES)
                                        .withLocale("de")
                                        .withSubmitText("Tokens are yours for good."))
                                .withLifetime(Duration.ofHours(1)));
            }
        }
    }

    @Test
    void everyOptionIsInTheTable() throws Exception {
        String page = Files.readString(PAGE);
        for (Feature feature : Feature.values()) {
            assertThat(page).contains("| `" + feature + "` |");
        }
        for (SubmitType type : SubmitType.values()) {
            assertThat(page).contains("`" + type + "`");
        }
    }

    private static String source(String example) {
        return """
                package page;
                import io.tokeneconomy.*;
                import io.tokeneconomy.checkout.*;
                import io.tokeneconomy.payment.*;
                import io.tokeneconomy.payment.CheckoutOptions.Feature;
                import java.net.*;
                import java.time.*;

                public class Page {
                    public static TokenEconomyBuilder builder() {
                        %s
                        return builder;
                    }
                }
                """.formatted(example);
    }
}
