package io.tokeneconomy.spring;

import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.jdbc.JdbcLedgerStore;
import io.tokeneconomy.spring.properties.StoreSettings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/** The application's DataSource; its product name tells the dialect. */
final class DataSourceChoice implements StoreChoice {

    private static final List<String> MIGRATORS =
            List.of("org.flywaydb.core.Flyway", "liquibase.integration.spring.SpringLiquibase");

    private final ListableBeanFactory beans;

    DataSourceChoice(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public StoreSettings.Type type() {
        return StoreSettings.Type.JDBC;
    }

    @Override
    public Optional<LedgerStore> open(StoreSettings settings) {
        return dataSource(settings).map(source -> open(settings, source));
    }

    /** The connections to book on; empty when the application has none. */
    Optional<DataSource> dataSource(StoreSettings settings) {
        return Optional.ofNullable(found(settings)).map(BookingSource::of);
    }

    private LedgerStore open(StoreSettings settings, DataSource source) {
        boolean migrates = MIGRATORS.stream().noneMatch(this::isThere);
        return Setting.STORE.checked(() -> JdbcLedgerStore.on(source, JdbcSettings.options(settings, migrates)));
    }

    private @Nullable DataSource found(StoreSettings settings) {
        String name = settings.dataSource();
        if (StringUtils.hasText(name)) {
            return named(name);
        }
        String[] all = beans.getBeanNamesForType(DataSource.class, false, false);
        if (all.length == 0) {
            return null;
        }
        DataSource only = beans.getBeanProvider(DataSource.class).getIfUnique();
        if (only == null) {
            throw new InvalidPropertyException(
                    Setting.DATA_SOURCE,
                    "is missing, and there are several: "
                            + String.join(", ", Stream.of(all).sorted().toList()),
                    null);
        }
        return only;
    }

    private DataSource named(String name) {
        if (!beans.containsBean(name) || !beans.isTypeMatch(name, DataSource.class)) {
            throw new InvalidPropertyException(Setting.DATA_SOURCE, "names no DataSource bean: " + name, null);
        }
        return beans.getBean(name, DataSource.class);
    }

    private boolean isThere(String type) {
        ClassLoader loader = beans.getClass().getClassLoader();
        return ClassUtils.isPresent(type, loader)
                && beans.getBeanNamesForType(ClassUtils.resolveClassName(type, loader), true, false).length > 0;
    }
}
