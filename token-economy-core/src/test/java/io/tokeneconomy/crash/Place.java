package io.tokeneconomy.crash;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.jdbc.JdbcLedgerStore;
import java.nio.file.Path;

/**
 * Where a store is, in a form that fits a command line.
 *
 * @param url a JDBC URL with user and password in it, or {@code sqlite:} and a file
 */
public record Place(String url) {

    private static final String SQLITE = "sqlite:";

    static Place parse(String text) {
        return new Place(text);
    }

    /** {@return a file} */
    public static Place sqlite(Path file) {
        return new Place(SQLITE + file);
    }

    LedgerStore open() {
        if (url.startsWith(SQLITE)) {
            return JdbcLedgerStore.sqlite(Path.of(url.substring(SQLITE.length())));
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(4);
        return JdbcLedgerStore.on(new HikariDataSource(config));
    }
}
