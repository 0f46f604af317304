package io.tokeneconomy.ledger.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.error.InvalidValueException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialectsTest {

    @ParameterizedTest
    @CsvSource({"PostgreSQL,postgresql", "MySQL,mysql", "MariaDB,mariadb", "H2,h2", "SQLite,sqlite"})
    void aDatabaseIsKnownByTheNameItsDriverTells(String product, String name) {
        assertThat(Dialects.of(product)).isSameAs(Dialects.named(name));
    }

    @Test
    void anUnknownDatabaseIsRefusedAndTheOthersAreNamed() {
        assertThatThrownBy(() -> JdbcLedgerStore.on(database("Oracle", 23, 0)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("Oracle")
                .hasMessageContaining("[PostgreSQL, MySQL, MariaDB, H2, SQLite]");
    }

    @ParameterizedTest
    @CsvSource({"PostgreSQL,14,9", "MySQL,5,7", "MariaDB,10,5", "H2,2,2", "SQLite,3,36"})
    void anOlderVersionIsRefused(String product, int major, int minor) {
        assertThatThrownBy(() -> JdbcLedgerStore.on(database(product, major, minor)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining(product + " version")
                .hasMessageContaining(major + "." + minor)
                .hasMessageContaining("or newer");
    }

    @ParameterizedTest
    @CsvSource({
        "CockroachDB, CockroachDB CCL v26.3.0 (x86_64-pc-linux-gnu)",
        "YugabyteDB, PostgreSQL 15.12-YB-2025.1.0.0-b0 on x86_64-pc-linux-gnu"
    })
    void whatOnlyCallsItselfPostgresqlIsRefusedByItsOwnName(String name, String version) {
        for (int claimed : new int[] {13, 18}) {
            assertThatThrownBy(() -> JdbcLedgerStore.on(database("PostgreSQL", claimed, 0, version)))
                    .isInstanceOfSatisfying(
                            InvalidValueException.class,
                            e -> assertThat(e.field()).isEqualTo("database"))
                    .hasMessageContaining('"' + name + '"')
                    .hasMessageContaining("PostgreSQL itself")
                    .hasMessageContaining("FirestoreLedgerStore");
        }
    }

    @Test
    void sqliteHasNoSchemas() {
        assertThatThrownBy(
                        () -> JdbcLedgerStore.on(database("SQLite", 3, 54), JdbcOptions.DEFAULT.withSchema("billing")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("billing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mysql", "mariadb", "h2", "sqlite"})
    void everySchemaCanBePrintedUnderOtherNames(String database) {
        String plain = JdbcSchema.print(database);
        assertThat(plain).contains("te_entry", "te_account", "te_backlog", "te_order", "te_customer", "te_parked");
        String other = JdbcSchema.print(database, JdbcOptions.DEFAULT.withTablePrefix("shop_"));
        assertThat(other).isEqualTo(plain.replace("te_", "shop_"));
        String qualified = JdbcSchema.print(database, JdbcOptions.DEFAULT.withSchema("billing"));
        assertThat(qualified).contains("billing.te_entry ").doesNotContain("billing.te_entry_", "billing.te_order_");
    }

    private static DataSource database(String product, int major, int minor) {
        return database(product, major, minor, product + " " + major);
    }

    private static DataSource database(String product, int major, int minor, String version) {
        DatabaseMetaData database = answering(
                DatabaseMetaData.class,
                Map.of(
                        "getDatabaseProductName", product,
                        "getDatabaseMajorVersion", major,
                        "getDatabaseMinorVersion", minor));
        ResultSet found = answering(ResultSet.class, Map.of("next", true, "getString", version, "close", ""));
        Statement statement = answering(Statement.class, Map.of("executeQuery", found, "close", ""));
        Connection connection = answering(
                Connection.class,
                Map.of(
                        "getMetaData",
                        database,
                        "getAutoCommit",
                        false,
                        "setAutoCommit",
                        "",
                        "createStatement",
                        statement,
                        "close",
                        ""));
        return answering(DataSource.class, Map.of("getConnection", connection));
    }

    private static <T> T answering(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                DialectsTest.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Object answer = answers.get(method.getName());
                    if (answer == null) {
                        throw new AssertionError("nobody should ask for " + method.getName());
                    }
                    return method.getReturnType() == void.class ? null : answer;
                }));
    }
}
