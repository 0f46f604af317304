package io.tokeneconomy.spring;

import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.jdbc.JdbcLedgerStore;
import io.tokeneconomy.spring.TokenEconomyProperties.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The store that the properties ask for. */
final class ConfiguredStore {

    private ConfiguredStore() {}

    static LedgerStore of(StoreSettings settings) {
        return Setting.SQLITE_FILE.checked(() -> JdbcLedgerStore.sqlite(file(settings, Path.of(""))));
    }

    /** Only the default's folder is made: one that somebody named and is missing may be a disk that is not mounted. */
    static Path file(StoreSettings settings, Path root) {
        String name = Setting.SQLITE_FILE.required(settings.sqliteFile());
        Path file = root.resolve(name);
        if (name.equals(TokenEconomyProperties.SQLITE_FILE)) {
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
            } catch (IOException e) {
                throw new InvalidPropertyException(
                        Setting.SQLITE_FILE, "is refused, its folder cannot be made: " + e, e);
            }
        }
        return file;
    }
}
