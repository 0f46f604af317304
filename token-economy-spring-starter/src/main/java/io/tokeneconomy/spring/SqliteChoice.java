package io.tokeneconomy.spring;

import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.jdbc.JdbcLedgerStore;
import io.tokeneconomy.ledger.store.jdbc.JdbcOptions;
import io.tokeneconomy.spring.properties.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file of our own. */
final class SqliteChoice implements StoreChoice {

    @Override
    public StoreSettings.Type type() {
        return StoreSettings.Type.SQLITE;
    }

    @Override
    public Optional<LedgerStore> open(StoreSettings settings) {
        JdbcOptions options = JdbcSettings.options(settings, true).withSchema("");
        return Optional.of(
                Setting.SQLITE_FILE.checked(() -> JdbcLedgerStore.sqlite(file(settings, Path.of("")), options)));
    }

    /** Only the default's folder is made: one that somebody named and is missing may be a disk that is not mounted. */
    static Path file(StoreSettings settings, Path root) {
        String name = Setting.SQLITE_FILE.required(settings.sqliteFile());
        Path file = root.resolve(name);
        if (name.equals(StoreSettings.SQLITE_FILE)) {
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
