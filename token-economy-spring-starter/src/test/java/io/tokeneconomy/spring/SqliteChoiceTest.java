package io.tokeneconomy.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.spring.properties.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteChoiceTest {

    @TempDir
    private Path root;

    @Test
    void theDefaultsFolderIsMade() {
        assertThat(file("data/tokens.db")).isEqualTo(root.resolve("data/tokens.db"));
        assertThat(root.resolve("data")).isDirectory();
    }

    @Test
    void aNamedFoldersAbsenceIsAMistake() {
        assertThat(file("mnt/tokens.db")).isEqualTo(root.resolve("mnt/tokens.db"));
        assertThat(root.resolve("mnt")).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeMadeIsToldByTheProperty() throws IOException {
        Files.createFile(root.resolve("data"));
        assertThatThrownBy(() -> file("data/tokens.db"))
                .isInstanceOf(InvalidPropertyException.class)
                .hasMessageContaining("token-economy.store.sqlite-file");
    }

    private Path file(String name) {
        return SqliteChoice.file(
                new StoreSettings(
                        StoreSettings.Type.SQLITE,
                        null,
                        "",
                        "te_",
                        null,
                        true,
                        Duration.ofSeconds(1),
                        0,
                        null,
                        null,
                        null,
                        null,
                        name),
                root);
    }
}
