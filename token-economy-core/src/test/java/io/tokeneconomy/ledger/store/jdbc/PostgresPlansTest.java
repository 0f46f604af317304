package io.tokeneconomy.ledger.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.Spend;
import io.tokeneconomy.ledger.engine.LedgerEngine;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often PostgreSQL plans the statement of a batch. */
class PostgresPlansTest {

    /** So many that each is best looked for by itself. */
    private static final int ACCOUNTS = 2_000;

    private static final int BATCHES = 40;

    /** PostgreSQL tries so many plans that are made for their parameters before it looks for a general one. */
    private static final long TRIED = 5;

    private final Pool pool = Postgres.pool();

    @AfterEach
    void close() {
        pool.close();
    }

    @ParameterizedTest
    @CsvSource({"2, 1000", "9, 1000", "30, 1000", "2, 0"})
    void aBatchOfAnySizeIsPlannedAFewTimesOnly(int size, int remembered) throws SQLException {
        String schema = Postgres.newSchema();
        JdbcOptions options = JdbcOptions.DEFAULT.withSchema(schema).withCachedAccounts(remembered);
        try (JdbcLedgerStore store = JdbcLedgerStore.on(pool.source(), options)) {
            LedgerEngine ledger = new LedgerEngine(store, InstantSource.system(), entry -> {});
            book(ledger, ACCOUNTS, id -> Grant.of(id, BATCHES, key("grant", id)));
            Postgres.execute("ANALYZE " + schema + ".te_account");
            for (int batch = 0; batch < BATCHES; batch++) {
                String spend = "spend-" + batch;
                book(ledger, size, id -> Spend.of(id, 1, key(spend, id)));
            }
        }
        assertThat(plans("custom")).as("made for one batch").isLessThanOrEqualTo(TRIED);
        assertThat(plans("generic")).as("kept").isGreaterThan(BATCHES / 2);
    }

    private static void book(LedgerEngine ledger, int size, Function<AccountId, Operation> operation) {
        List<Operation> operations = IntStream.range(0, size)
                .mapToObj(number -> operation.apply(AccountId.of("account-" + number)))
                .toList();
        ledger.apply(operations).forEach(Outcome::orElseThrow);
    }

    private static IdempotencyKey key(String what, AccountId account) {
        return IdempotencyKey.of(what + "-" + account);
    }

    private long plans(String kind) throws SQLException {
        try (Connection connection = pool.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT max(" + kind + "_plans) FROM pg_prepared_statements"
                        + " WHERE statement LIKE '%unnest%changed AS%'")) {
            found.next();
            return found.getLong(1);
        }
    }
}
