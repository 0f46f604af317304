package io.tokeneconomy.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.firestore.Firestore;
import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.jdbc.JdbcLedgerStore;
import io.tokeneconomy.ledger.store.jdbc.JdbcSchema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

class StoreAutoConfigurationTest {

    private final ApplicationContextRunner shop = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(StoreAutoConfiguration.class, TokenEconomyAutoConfiguration.class))
            .withPropertyValues(Parts.REQUIRED);

    @Test
    void theDataSourceIsTheStoreAndItsTablesAreMade() {
        JdbcDataSource source = h2("made");
        shop.withBean(DataSource.class, () -> source).run(context -> {
            grant(context.getBean(TokenEconomy.class));
            assertThat(entries(source, "te_entry")).isEqualTo(1);
        });
    }

    @Test
    void aPrefixAndASchemaAreTheTables() throws SQLException {
        JdbcDataSource source = h2("named");
        execute(source, "create schema billing");
        shop.withBean(DataSource.class, () -> source)
                .withPropertyValues("token-economy.store.schema=billing", "token-economy.store.table-prefix=shop_")
                .run(context -> {
                    grant(context.getBean(TokenEconomy.class));
                    assertThat(entries(source, "billing.shop_entry")).isEqualTo(1);
                });
    }

    @Test
    void aProxyThatKnowsTransactionsIsLeftForWhatItWraps() {
        JdbcDataSource source = h2("proxied");
        shop.withBean(DataSource.class, () -> new TransactionAwareDataSourceProxy(source))
                .run(context -> assertThat(context).hasSingleBean(JdbcLedgerStore.class));
    }

    @Test
    void aDataSourceIsNotAskedForWhenAFileIsWanted(@TempDir Path folder) {
        shop.withBean(DataSource.class, () -> h2("unwanted"))
                .withPropertyValues(
                        "token-economy.store.type=sqlite", "token-economy.store.sqlite-file=" + folder.resolve("t.db"))
                .run(context -> {
                    assertThat(context).hasSingleBean(JdbcLedgerStore.class);
                    assertThat(folder.resolve("t.db")).isNotEmptyFile();
                });
    }

    @Test
    void ofSeveralDataSourcesOneIsNamed() {
        JdbcDataSource second = h2("second");
        shop.withBean("one", DataSource.class, () -> h2("first"))
                .withBean("two", DataSource.class, () -> second)
                .withPropertyValues("token-economy.store.data-source=two")
                .run(context -> {
                    grant(context.getBean(TokenEconomy.class));
                    assertThat(entries(second, "te_entry")).isEqualTo(1);
                });
    }

    @Test
    void severalDataSourcesAreAQuestion() {
        FailureAnalysis analysis = failureOf(shop.withBean("one", DataSource.class, () -> h2("first"))
                .withBean("two", DataSource.class, () -> h2("second")));
        assertThat(analysis.getDescription())
                .isEqualTo("The property token-economy.store.data-source is missing, and there are several: one, two.");
    }

    @Test
    void aNameOfNoDataSourceIsTold() {
        FailureAnalysis analysis = failureOf(shop.withBean("one", DataSource.class, () -> h2("first"))
                .withPropertyValues("token-economy.store.data-source=tow"));
        assertThat(analysis.getDescription()).endsWith("names no DataSource bean: tow.");
    }

    @Test
    void withoutMigrationTheTablesMustBeThere() throws SQLException {
        ApplicationContextRunner checking = shop.withPropertyValues("token-economy.store.migrate=false");
        JdbcDataSource source = h2("checked");
        assertThat(failureOf(checking.withBean(DataSource.class, () -> source)).getDescription())
                .contains("JdbcSchema.print(\"h2\")");
        execute(source, JdbcSchema.print("h2"));
        checking.withBean(DataSource.class, () -> source)
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void aSourceOfSeveralDatabasesIsRefused() {
        AbstractRoutingDataSource routing = new AbstractRoutingDataSource() {
            @Override
            protected Object determineCurrentLookupKey() {
                return "one";
            }
        };
        routing.setTargetDataSources(Map.of("one", h2("one")));
        assertThat(failureOf(shop.withBean(DataSource.class, () -> new LazyConnectionDataSourceProxy(routing)))
                        .getDescription())
                .startsWith("The property token-economy.store.data-source leads to the routing ");
    }

    @Test
    void anythingThatIsNoStoreIsTold() {
        ApplicationContextRunner bare = shop.withClassLoader(new FilteredClassLoader("org.sqlite"));
        assertThat(failureOf(bare).getDescription()).contains("no DataSource", "sqlite-jdbc");
        assertThat(failureOf(shop.withPropertyValues("token-economy.store.type=jdbc"))
                        .getDescription())
                .endsWith("is JDBC, but there is no DataSource bean.");
        assertThat(failureOf(shop.withPropertyValues("token-economy.store.type=firestore"))
                        .getDescription())
                .endsWith("is FIRESTORE, but there is no Firestore bean and no token-economy.store.firestore-project.");
    }

    @Test
    void withoutFirestoreOnTheClassPathEverythingElseWorks() {
        shop.withClassLoader(new FilteredClassLoader(Firestore.class))
                .withBean(DataSource.class, () -> h2("alone"))
                .run(context -> assertThat(context).hasSingleBean(JdbcLedgerStore.class));
    }

    @Test
    void theApplicationsStoreWins() {
        LedgerStore own = Parts.store();
        shop.withBean(LedgerStore.class, () -> own)
                .withBean(DataSource.class, () -> h2("other"))
                .run(context -> assertThat(context.getBean(LedgerStore.class)).isSameAs(own));
    }

    private static FailureAnalysis failureOf(ApplicationContextRunner runner) {
        FailureAnalysis[] analysis = new FailureAnalysis[1];
        runner.run(context -> {
            assertThat(context).hasFailed();
            analysis[0] = new PropertyFailureAnalyzer().analyze(context.getStartupFailure());
        });
        assertThat(analysis[0]).isNotNull();
        return analysis[0];
    }

    private static void grant(TokenEconomy economy) {
        economy.ledger()
                .grant(AccountId.of("alice"), 5, IdempotencyKey.of("welcome"))
                .orElseThrow();
    }

    private static long entries(DataSource source, String table) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static JdbcDataSource h2(String name) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:starter-" + name + ";DB_CLOSE_DELAY=-1");
        return source;
    }
}
