package io.tokeneconomy.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Ledger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** The transactions of an application on PostgreSQL, through the starter. */
class JoinedOnPostgresTest {

    private static final AccountId ALICE = AccountId.of("alice");
    private static final IdempotencyKey KEY = IdempotencyKey.of("image-1");
    private static final Path DOCS = Path.of("../docs/spring.md");

    private static EmbeddedPostgres server;

    @BeforeAll
    static void startServer() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void theTableOfTheDocumentationIsTrue(Attribute attribute) throws Exception {
        try (Host host = host(Host.Kind.JDBC, "matrix_" + attribute.name().toLowerCase(Locale.ROOT))) {
            assertThat(Files.readString(DOCS)).contains(RollbackMatrixTest.row(host, attribute));
        }
    }

    @Test
    void aRowOfJpaThatIsRefusedTakesTheSpendAlong() throws Exception {
        try (Host host = host(Host.Kind.JPA, "jpa")) {
            Ledger ledger = host.economy().ledger();
            ledger.grant(ALICE, 100, IdempotencyKey.of("welcome")).orElseThrow();
            host.jdbc().update("insert into picture(id) values ('one')");
            assertThatThrownBy(() -> new TransactionTemplate(host.transactions()).executeWithoutResult(status -> {
                        ledger.spend(ALICE, 5, KEY).orElseThrow();
                        host.jdbc().update("insert into picture(id) values ('one')");
                    }))
                    .isInstanceOf(RuntimeException.class);
            assertThat(ledger.balance(ALICE).available()).isEqualTo(100);
        }
    }

    /** Nobody tells of such a savepoint; the ledger is right all the same, as the database is. */
    @Test
    void aSavepointOfTheApplicationsOwnTakesTheSpendAlong() throws Exception {
        try (Host host = host(Host.Kind.JDBC, "savepoint")) {
            Ledger ledger = host.economy().ledger();
            ledger.grant(ALICE, 100, IdempotencyKey.of("welcome")).orElseThrow();
            DataSource source = host.bean(DataSource.class);
            new TransactionTemplate(host.transactions()).executeWithoutResult(status -> {
                Connection connection = DataSourceUtils.getConnection(source);
                try {
                    Savepoint before = connection.setSavepoint();
                    ledger.spend(ALICE, 5, KEY).orElseThrow();
                    connection.rollback(before);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(ledger.balance(ALICE).available()).isEqualTo(100);
            assertThat(ledger.entry(KEY)).isEmpty();
            assertThat(ledger.verify(ALICE).intact()).isTrue();
            ledger.spend(ALICE, 7, KEY).orElseThrow();
            assertThat(ledger.balance(ALICE).available()).isEqualTo(93);
        }
    }

    private static Host host(Host.Kind kind, String database) throws Exception {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + database);
        }
        return new Host(kind, server.getJdbcUrl("postgres", database));
    }
}
