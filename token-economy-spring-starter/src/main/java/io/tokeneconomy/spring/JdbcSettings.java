package io.tokeneconomy.spring;

import io.tokeneconomy.ledger.store.jdbc.JdbcOptions;
import io.tokeneconomy.spring.properties.StoreSettings;

/** What the properties say of a relational store. */
final class JdbcSettings {

    private JdbcSettings() {}

    static JdbcOptions options(StoreSettings settings, boolean migrateByDefault) {
        Boolean migrate = settings.migrate();
        return Setting.STORE.checked(() -> JdbcOptions.DEFAULT
                .withSchema(settings.schema())
                .withTablePrefix(settings.tablePrefix())
                .withBusyTimeout(settings.busyTimeout())
                .withCachedAccounts(settings.cachedAccounts())
                .withMigrate(migrate == null ? migrateByDefault : migrate));
    }
}
