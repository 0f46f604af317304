package io.tokeneconomy.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of docs/sandbox.md leaves no card out. */
class CardTableTest {

    @ParameterizedTest
    @EnumSource
    void everyCardHasARow(TestCard card) throws Exception {
        assertThat(Files.readString(Path.of("..", "docs", "sandbox.md"))).contains("| `" + card.shown() + "` |");
    }
}
