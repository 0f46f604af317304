package io.tokeneconomy.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tokeneconomy.error.InvalidValueException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogFileTest {

    private static final String CATALOG = """
            # tokens for the gallery
            packages = coin
            package.coin.name = Münze 🪙
            package.coin.tokens = 5
            package.coin.price = 100
            package.coin.currency = eur
            """;

    @TempDir
    Path folder;

    @Test
    void readsUtf8() throws IOException {
        TokenPackage coin = Catalog.fromProperties(file(CATALOG)).require("coin");
        assertThat(coin.name()).isEqualTo("Münze 🪙");
        assertThat(coin.price()).isEqualTo(Money.of(100, "eur"));
    }

    @Test
    void skipsAByteOrderMark() throws IOException {
        assertThat(Catalog.fromProperties(file("\uFEFF" + CATALOG)).packages()).hasSize(1);
    }

    @Test
    void refusesAKeyGivenTwice() throws IOException {
        Path file = file(CATALOG + "package.coin.tokens = 6\n");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Catalog.fromProperties(file))
                .withMessage("catalog key is \"package.coin.tokens\", allowed is: each key once");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        refused(folder.resolve("none.properties"));
    }

    @Test
    void refusesAFolder() {
        refused(folder);
    }

    @Test
    void refusesOtherEncodings() throws IOException {
        refused(Files.write(folder.resolve("latin1"), CATALOG.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void refusesABrokenEscape() throws IOException {
        refused(file("packages = \\u12"));
    }

    @Test
    void readsUpTo256KiB() throws IOException {
        String comment = "#" + "x".repeat(CatalogFile.MAX_BYTES - CATALOG.getBytes(StandardCharsets.UTF_8).length - 1);
        assertThat(Catalog.fromProperties(file(CATALOG + comment)).packages()).hasSize(1);
        refused(file(CATALOG + comment + "x"));
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("catalog.properties"), content);
    }

    private static void refused(Path file) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Catalog.fromProperties(file))
                .withMessageStartingWith("catalog file is ")
                .withMessageEndingWith("allowed is: a readable properties file in UTF-8 of at most 256 KiB")
                .satisfies(refusal -> assertThat(refusal.getCause()).isNotNull());
    }
}
