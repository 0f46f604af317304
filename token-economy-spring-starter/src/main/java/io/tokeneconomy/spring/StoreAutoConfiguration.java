package io.tokeneconomy.spring;

import com.google.cloud.firestore.Firestore;
import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.ledger.store.LedgerStore;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * The store: the application's {@code LedgerStore} bean, else its {@code DataSource}, else its {@code Firestore}, else an
 * SQLite file; {@code token-economy.store.type} asks for one of them. A DataSource is used after Flyway, Liquibase or a
 * script of the application has made its tables.
 */
@AutoConfiguration(
        afterName = {
            // each once where Boot 3 has it, and once where Boot 4 has it
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.autoconfigure.liquibase.LiquibaseAutoConfiguration",
            "org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration",
            "com.google.cloud.spring.autoconfigure.firestore.GcpFirestoreAutoConfiguration"
        })
@ConditionalOnBooleanProperty(name = "token-economy.enabled", matchIfMissing = true)
@ConditionalOnMissingBean({TokenEconomy.class, LedgerStore.class})
@EnableConfigurationProperties(TokenEconomyProperties.class)
public final class StoreAutoConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    LedgerStore tokenEconomyLedgerStore(TokenEconomyProperties properties, ObjectProvider<StoreChoice> choices) {
        return StoreChoice.open(properties.store(), choices.orderedStream().toList());
    }

    @Bean
    @Order(1)
    DataSourceChoice tokenEconomyDataSourceChoice(ListableBeanFactory beans) {
        return new DataSourceChoice(beans);
    }

    @Bean
    @Order(3)
    @ConditionalOnClass(name = "org.sqlite.SQLiteDataSource")
    SqliteChoice tokenEconomySqliteChoice() {
        return new SqliteChoice();
    }

    /** Apart, so that nothing of Firestore is loaded where it is missing. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(Firestore.class)
    static class WithFirestore {

        /** For an application that has none; closed after the store. */
        @Bean
        @ConditionalOnMissingBean
        @ConditionalOnProperty("token-economy.store.firestore-project")
        Firestore tokenEconomyFirestore(TokenEconomyProperties properties) {
            return FirestoreClient.open(properties.store());
        }

        @Bean
        @Order(2)
        FirestoreChoice tokenEconomyFirestoreChoice(ObjectProvider<Firestore> firestore) {
            return new FirestoreChoice(firestore);
        }
    }
}
