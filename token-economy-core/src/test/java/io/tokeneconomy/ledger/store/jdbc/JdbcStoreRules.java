package io.tokeneconomy.ledger.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.Spend;
import io.tokeneconomy.ledger.Transfer;
import io.tokeneconomy.ledger.store.AccountQuery;
import io.tokeneconomy.ledger.store.Bookkeeper;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Samples;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Together;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a store on a relational database must do beyond the contract, the same for every database. */
@Timeout(120)
@SuppressWarnings("NullAway.Init")
abstract class JdbcStoreRules {

    private static final AccountId ALICE = AccountId.of("alice");
    private static final AccountId BOB = AccountId.of("bob");
    private static final int THREADS = 8;

    private DataSource source;
    private JdbcLedgerStore here;
    private JdbcLedgerStore there;

    /** {@return connections to an empty database, the same for one test} */
    abstract DataSource emptyDatabase() throws SQLException;

    /** {@return a statement by which a host makes its connection wait otherwise, for its transaction or for longer} */
    abstract String patience();

    /** {@return a query for a row of what the connection is set to, that and whatever else the database lets one set} */
    abstract String settings();

    /** {@return how its tables are found} */
    JdbcOptions options() {
        return JdbcOptions.DEFAULT;
    }

    /** {@return how many updates at once help} */
    int writers() {
        return 2;
    }

    @Test
    void asManyWritersAsTheDatabaseGains() {
        assertThat(here.writers()).isEqualTo(writers());
    }

    @BeforeEach
    void openTwoStores() throws SQLException {
        source = emptyDatabase();
        here = JdbcLedgerStore.on(source, options());
        there = JdbcLedgerStore.on(source, options());
    }

    @AfterEach
    void closeStores() {
        here.close();
        there.close();
    }

    @Nested
    class TwoStoresOnOneDatabase {

        @Test
        void answerWithTheTruthHoweverOldTheirMemory() {
            apply(here, grant(ALICE, 10, "start"));
            apply(here, spend(ALICE, 1, "warm"));
            apply(there, spend(ALICE, 9, "elsewhere"));
            assertThat(apply(here, spend(ALICE, 1, "too-much"))).isInstanceOf(Outcome.Insufficient.class);
            apply(there, grant(ALICE, 5, "again"));
            assertThat(apply(here, spend(ALICE, 5, "enough"))).isInstanceOf(Outcome.Applied.class);
            assertThat(apply(here, spend(ALICE, 9, "elsewhere"))).isInstanceOf(Outcome.Replayed.class);
            assertThat(apply(here, spend(ALICE, 8, "elsewhere"))).isInstanceOf(Outcome.KeyConflict.class);
            assertThat(apply(here, grant(BOB, 9, "elsewhere"))).isInstanceOf(Outcome.KeyConflict.class);
            assertIntact(5);
        }

        @Test
        void answerWithTheTruthWhenSeveralEntriesGoTogether() {
            apply(here, grant(ALICE, 10, "alices"));
            apply(here, grant(BOB, 10, "bobs"));
            Transfer transfer = Transfer.of(BOB, ALICE, 1, IdempotencyKey.of("t"));
            apply(here, transfer);
            assertThat(apply(here, transfer)).isInstanceOf(Outcome.Replayed.class);
            apply(there, transfer);
            assertThat(new Bookkeeper(there).account(BOB).balance()).isEqualTo(9);
            assertIntact(4);
        }

        @Test
        void takeTurnsOnOneAccount() {
            apply(here, grant(ALICE, 1_000, "start"));
            for (int i = 0; i < 100; i++) {
                assertThat(apply(i % 2 == 0 ? here : there, spend(ALICE, 1, "s" + i)))
                        .isInstanceOf(Outcome.Applied.class);
            }
            assertThat(new Bookkeeper(there).account(ALICE).balance()).isEqualTo(900);
            assertIntact(101);
        }

        @Test
        void doNotTrustAnAccountWhoseHistoryIsAnother() throws SQLException {
            apply(here, grant(ALICE, 10, "start"));
            apply(here, spend(ALICE, 1, "warm"));
            // as if a standby had taken over that knew less, and others had written since
            execute("UPDATE te_account SET settled = 4, state = '{\"lots\":[1,10,4,null,0,\"FREE\"]}', head = salt");
            assertThat(apply(here, spend(ALICE, 9, "s"))).isInstanceOf(Outcome.Insufficient.class);
            apply(here, spend(ALICE, 4, "s"));
            assertThat(new Bookkeeper(there).account(ALICE).balance()).isZero();
        }

        @Test
        void doNotTrustOneOfSeveralAccountsWhoseHistoryIsAnother() throws SQLException {
            apply(here, grant(ALICE, 10, "start"));
            apply(here, grant(BOB, 10, "bobs"));
            apply(here, Transfer.of(BOB, ALICE, 1, IdempotencyKey.of("warm")));
            execute("UPDATE te_account SET settled = 4, state = '{\"lots\":[1,10,4,null,0,\"FREE\"]}', head = salt"
                    + " WHERE id = 'alice'");
            assertThat(apply(here, Transfer.of(ALICE, BOB, 9, IdempotencyKey.of("t"))))
                    .isInstanceOf(Outcome.Insufficient.class);
            apply(here, Transfer.of(ALICE, BOB, 4, IdempotencyKey.of("t")));
            assertThat(new Bookkeeper(there).account(ALICE).balance()).isZero();
            assertThat(new Bookkeeper(there).account(BOB).balance()).isEqualTo(13);
            assertThat(new Bookkeeper(there).history(BOB)).hasSize(3);
        }

        @Test
        void bookNothingOnManyAccountsWhenTheHistoryOfOneIsAnother() throws SQLException {
            List<AccountId> accounts = IntStream.range(100, 230)
                    .mapToObj(i -> AccountId.of("account-" + i))
                    .toList();
            accounts.forEach(id -> apply(here, grant(id, 10, "start-" + id)));
            bookOnAll(here, accounts, "warm-");
            AccountId other = AccountId.of("account-200");
            execute("UPDATE te_account SET settled = 0, state = '{}', head = salt WHERE id = '" + other + "'");
            bookOnAll(here, accounts, "again-");
            Bookkeeper books = new Bookkeeper(there);
            assertThat(books.account(other).balance()).isZero();
            assertThat(books.history(other)).hasSize(2);
            accounts.stream().filter(id -> !id.equals(other)).forEach(id -> {
                assertThat(books.account(id).balance()).isEqualTo(8);
                assertThat(books.verify(id).intact()).isTrue();
            });
        }

        @Test
        void forgetAnAccountThatWasErased() {
            apply(here, grant(ALICE, 10, "start"));
            apply(there, spend(ALICE, 1, "warm"));
            apply(
                    here,
                    new io.tokeneconomy.ledger.Closure(
                            ALICE,
                            IdempotencyKey.of("close"),
                            new io.tokeneconomy.ledger.Audit("support", "asked for it")));
            here.erase(new io.tokeneconomy.ledger.rules.PersonErasure(ALICE, AccountId.of("nobody")));
            assertThat(apply(there, spend(ALICE, 1, "s"))).isInstanceOf(Outcome.Insufficient.class);
            assertThat(apply(here, spend(ALICE, 1, "s"))).isInstanceOf(Outcome.Insufficient.class);
        }

        @Test
        void transferInOppositeDirectionsWithoutBlockingEachOther() {
            List<AccountId> accounts = IntStream.range(0, 10)
                    .mapToObj(i -> AccountId.of("account-" + i))
                    .toList();
            accounts.forEach(id -> apply(here, grant(id, 1_000, "start-" + id)));
            Together.run(THREADS, thread -> {
                Random random = new Random(thread);
                for (int i = 0; i < 25; i++) {
                    int from = random.nextInt(10);
                    int to = (from + 1 + random.nextInt(9)) % 10;
                    IdempotencyKey key = IdempotencyKey.of("t-" + thread + "-" + i);
                    apply(thread % 2 == 0 ? here : there, Transfer.of(accounts.get(from), accounts.get(to), 1, key));
                }
                return thread;
            });
            Bookkeeper books = new Bookkeeper(here);
            assertThat(accounts.stream().mapToLong(id -> books.account(id).balance()))
                    .hasSize(10);
            assertThat(accounts.stream()
                            .mapToLong(id -> books.account(id).balance())
                            .sum())
                    .isEqualTo(10_000);
            assertIntact(10 + 2 * THREADS * 25);
        }

        @Test
        void bookBatchesOverTheSameAccountsWithoutBlockingEachOther() {
            List<AccountId> accounts = IntStream.range(0, 40)
                    .mapToObj(i -> AccountId.of("account-" + i))
                    .toList();
            accounts.forEach(id -> apply(here, grant(id, 1_000, "start-" + id)));
            Together.run(4, thread -> {
                for (int i = 0; i < 20; i++) {
                    bookOnAll(thread % 2 == 0 ? here : there, accounts, "b-" + thread + "-" + i);
                }
                return thread;
            });
            assertIntact(40 + 4 * 20 * 40);
        }

        @Test
        void mayBeOpenedByManyAtOnce() throws SQLException {
            DataSource empty = emptyDatabase();
            List<JdbcLedgerStore> stores = Together.run(THREADS, thread -> JdbcLedgerStore.on(empty, options()));
            stores.forEach(JdbcLedgerStore::close);
            assertThat(stores).hasSize(THREADS);
        }

        private void bookOnAll(LedgerStore store, List<AccountId> accounts, String key) {
            List<Operation> spends = accounts.stream()
                    .<Operation>map(id -> spend(id, 1, key + id))
                    .toList();
            Scope scope = Scope.of(accounts, spends.stream().map(Operation::key).toList());
            store.update(scope, before -> {
                io.tokeneconomy.ledger.engine.Draft draft = new io.tokeneconomy.ledger.engine.Draft(before);
                spends.forEach(spend ->
                        draft.take(io.tokeneconomy.ledger.rules.LedgerRules.decide(draft, spend, Samples.NOW)));
                return draft.changes("");
            });
        }
    }

    @Nested
    class InATransactionOfTheHost {

        @Test
        void everythingIsCommittedTogether() throws SQLException {
            try (Connection connection = begun()) {
                LedgerStore joined = here.joining(connection);
                apply(joined, grant(ALICE, 10, "start"));
                assertThat(apply(joined, spend(ALICE, 3, "s"))).isInstanceOf(Outcome.Applied.class);
                assertThat(apply(joined, spend(ALICE, 3, "s"))).isInstanceOf(Outcome.Replayed.class);
                assertThat(new Bookkeeper(joined).account(ALICE).balance()).isEqualTo(7);
                assertThat(new Bookkeeper(there).account(ALICE).sequence()).isZero();
                connection.commit();
            }
            assertThat(new Bookkeeper(there).account(ALICE).balance()).isEqualTo(7);
            assertThat(apply(here, spend(ALICE, 7, "rest"))).isInstanceOf(Outcome.Applied.class);
            assertIntact(3);
        }

        @Test
        void everythingIsRolledBackTogether() throws SQLException {
            apply(here, grant(ALICE, 10, "start"));
            apply(here, spend(ALICE, 1, "warm"));
            try (Connection connection = begun()) {
                apply(here.joining(connection), spend(ALICE, 9, "s"));
                connection.rollback();
            }
            assertThat(apply(here, spend(ALICE, 9, "s"))).isInstanceOf(Outcome.Applied.class);
            assertIntact(3);
        }

        @Test
        void aDecisionThatFailsUndoesItsUpdateOnly() throws SQLException {
            apply(here, grant(BOB, 1, "taken"));
            try (Connection connection = begun()) {
                LedgerStore joined = here.joining(connection);
                apply(joined, grant(ALICE, 10, "start"));
                assertThatThrownBy(() -> joined.update(Scope.NOTHING.account(BOB), before -> {
                            throw new IllegalStateException("decided otherwise");
                        }))
                        .hasMessage("decided otherwise");
                assertThat(apply(joined, spend(ALICE, 4, "s"))).isInstanceOf(Outcome.Applied.class);
                connection.commit();
            }
            assertThat(new Bookkeeper(there).account(ALICE).balance()).isEqualTo(6);
            assertIntact(3);
        }

        @Test
        void thereMustBeOne() throws SQLException {
            try (Connection connection = source.getConnection()) {
                connection.setAutoCommit(true);
                LedgerStore joined = here.joining(connection);
                assertThatThrownBy(() -> joined.update(Scope.NOTHING, before -> Changes.none("")))
                        .isInstanceOf(IllegalStateException.class);
            }
        }

        @Test
        void theConnectionStaysSetAsItWas() throws SQLException {
            apply(here, grant(BOB, 10, "known"));
            apply(here, spend(BOB, 1, "kept-in-memory"));
            try (Connection connection = begun()) {
                execute(connection, patience());
                List<Object> before = settingsOf(connection);
                LedgerStore joined = here.joining(connection);
                apply(joined, grant(ALICE, 10, "created"));
                apply(joined, spend(BOB, 1, "changed-alone"));
                apply(joined, Transfer.of(ALICE, BOB, 1, IdempotencyKey.of("changed-together")));
                apply(joined, spend(BOB, 1, "known"));
                assertThat(settingsOf(connection)).isEqualTo(before);
                connection.commit();
                assertThat(connection.getAutoCommit()).isFalse();
            }
            assertIntact(6);
        }

        private List<Object> settingsOf(Connection connection) throws SQLException {
            List<Object> settings =
                    new ArrayList<>(List.of(connection.getAutoCommit(), connection.getTransactionIsolation()));
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(settings())) {
                assertThat(row.next()).isTrue();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    settings.add(String.valueOf(row.getObject(i)));
                }
            }
            return settings;
        }

        private Connection begun() throws SQLException {
            Connection connection = source.getConnection();
            connection.setAutoCommit(false);
            return connection;
        }
    }

    private void assertIntact(long entries) {
        Bookkeeper books = new Bookkeeper(there);
        List<AccountId> accounts =
                there.accounts(AccountQuery.after(null, 1_000)).items();
        assertThat(accounts)
                .allSatisfy(id -> assertThat(books.verify(id).intact()).isTrue());
        assertThat(accounts.stream().mapToLong(id -> books.history(id).size()).sum())
                .isEqualTo(entries);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(true);
            execute(connection, new Names(options()).in(sql));
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Outcome apply(LedgerStore store, Operation operation) {
        return new Bookkeeper(store).apply(operation, Samples.NOW);
    }

    private static Grant grant(AccountId account, long amount, String key) {
        return Grant.of(account, amount, IdempotencyKey.of(key));
    }

    private static Spend spend(AccountId account, long amount, String key) {
        return Spend.of(account, amount, IdempotencyKey.of(key));
    }
}
