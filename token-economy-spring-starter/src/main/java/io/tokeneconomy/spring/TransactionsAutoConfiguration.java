package io.tokeneconomy.spring;

import io.tokeneconomy.ledger.store.HostTransactions;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.jdbc.JdbcLedgerStore;
import io.tokeneconomy.spring.properties.StoreSettings;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What the ledger books inside a transaction of the application is part of it, where the ledger is kept in the
 * application's own {@code DataSource} and {@code token-economy.store.join-transactions} is not false.
 */
@AutoConfiguration(after = StoreAutoConfiguration.class, before = TokenEconomyAutoConfiguration.class)
@ConditionalOnClass({ConnectionHolder.class, ConfigurableTransactionManager.class})
@ConditionalOnBooleanProperty(
        name = {"token-economy.enabled", "token-economy.store.join-transactions"},
        matchIfMissing = true)
@ConditionalOnBean(DataSourceChoice.class)
public final class TransactionsAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    CommitPhases tokenEconomyCommitPhases() {
        return new CommitPhases();
    }

    /** Boot gives listeners only to transaction managers that it made itself. */
    @Bean
    SmartInitializingSingleton tokenEconomyWatchesTransactions(
            ObjectProvider<PlatformTransactionManager> managers, CommitPhases phases) {
        // no reactive ones: their transactions are not a thread's
        return () -> managers.stream()
                .filter(ConfigurableTransactionManager.class::isInstance)
                .map(ConfigurableTransactionManager.class::cast)
                .filter(manager -> !manager.getTransactionExecutionListeners().contains(phases))
                .forEach(manager -> manager.addListener(phases));
    }

    @Bean
    @ConditionalOnMissingBean
    HostTransactions tokenEconomyHostTransactions(
            TokenEconomyProperties properties, LedgerStore store, DataSourceChoice choice, CommitPhases phases) {
        boolean fromDataSource = properties.store().type() != StoreSettings.Type.SQLITE;
        Optional<DataSource> source =
                fromDataSource ? choice.dataSource(properties.store()) : Optional.<DataSource>empty();
        return source.isPresent() && store instanceof JdbcLedgerStore jdbc
                ? new SpringTransactions(jdbc, source.get(), phases)
                : HostTransactions.NONE;
    }
}
