package io.tokeneconomy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the pages about selling show in Java compiles: their examples, and each call within a sentence. */
class SellingDocsTest {

    private static final Pattern EXAMPLE = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);
    private static final Pattern CALL = Pattern.compile("`((?:economy|sandbox)\\.[a-zA-Z]+\\([^`…]*\\))`");

    @TempDir
    Path classes;

    @ParameterizedTest
    @CsvSource({
        "checkout.md, 2, 4",
        "top-up.md, 2, 3",
        "subscriptions.md, 1, 0",
        "refunds.md, 1, 0",
        "reconciliation.md, 2, 1"
    })
    void whatThePageShowsCompiles(String page, int examples, int calls) throws Exception {
        String text = Files.readString(Path.of("..", "docs", page));

        List<String> blocks = found(EXAMPLE, text).stream()
                .filter(block -> !block.contains("@Test"))
                .toList();
        List<String> sentences = found(CALL, text);

        assertThat(blocks).as("examples").hasSize(examples);
        assertThat(sentences).as("calls within sentences").hasSize(calls);
        for (String block : blocks) {
            compile(block);
        }
        for (String call : sentences) {
            compile(call + ";");
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1).replaceAll("\\s+\\R\\s*", " "))
                .toList();
    }

    private void compile(String statements) throws IOException {
        ArchitectureSources.compile(List.of(source(statements)), classes);
    }

    private static String source(String statements) {
        return """
                package page;
                import io.tokeneconomy.*;
                import io.tokeneconomy.catalog.*;
                import io.tokeneconomy.checkout.*;
                import io.tokeneconomy.ledger.*;
                import io.tokeneconomy.order.*;
                import io.tokeneconomy.payment.*;
                import io.tokeneconomy.payment.CheckoutOptions.*;
                import io.tokeneconomy.payment.sandbox.*;
                import io.tokeneconomy.reconcile.*;
                import io.tokeneconomy.topup.*;
                import java.net.*;
                import java.time.Duration;
                import java.time.Instant;

                abstract class Page {
                    TokenEconomy economy;
                    StripeSandbox sandbox;
                    AccountId alice;
                    AccountId account;
                    CheckoutOptions options;
                    Order order;
                    OrderId orderId;
                    IdempotencyKey key;
                    String sessionId;
                    String customer;

                    void page() throws Exception {
                        %s
                    }
                }
                """.formatted(statements);
    }
}
