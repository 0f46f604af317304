package io.tokeneconomy.audit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.audit.CheckpointFinding;
import io.tokeneconomy.audit.VerificationSummary;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Digest;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Spend;
import io.tokeneconomy.ledger.Verification;
import io.tokeneconomy.ledger.rules.PersonErasure;
import io.tokeneconomy.ledger.store.Bookkeeper;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.jdbc.JdbcLedgerStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody with the database in his hands. */
class SqliteTamperingTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final List<Verification.Broken> broken = new ArrayList<>();
    private final List<CheckpointFinding> findings = new ArrayList<>();

    @TempDir
    Path directory;

    private LedgerStore store;
    private AuditEngine audit;

    @BeforeEach
    void bookThreeAccounts() throws SQLException {
        store = JdbcLedgerStore.sqlite(directory.resolve("ledger.db"));
        audit = new AuditEngine(store, () -> NOON);
        for (String name : List.of("alice", "bob", "carol")) {
            book(store, name, 100);
        }
        execute(
                "DROP TRIGGER te_entry_no_update",
                "DROP TRIGGER te_entry_no_delete",
                "DROP TRIGGER te_entry_no_replace");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatNobodyTouchedIsWhole() {
        assertThat(verifyAll()).isEqualTo(new VerificationSummary(3, 15, 0));
        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 | UPDATE te_entry SET amount = -9 WHERE account = 'bob' AND sequence = 3",
                "3 | UPDATE te_entry SET description = 'other' WHERE account = 'bob' AND sequence = 3",
                "3 | UPDATE te_entry SET settled_after = 1000 WHERE account = 'bob' AND sequence = 3",
                "3 | UPDATE te_entry SET booked_at = booked_at - 1 WHERE account = 'bob' AND sequence = 3",
                "3 | DELETE FROM te_entry WHERE account = 'bob' AND sequence = 3",
                "3 | UPDATE te_entry SET type = 'NONSENSE' WHERE account = 'bob' AND sequence = 3",
                "4 | UPDATE te_entry SET hash = zeroblob(32) WHERE account = 'bob' AND sequence = 4",
                "5 | DELETE FROM te_entry WHERE account = 'bob' AND sequence = 5",
                "6 | UPDATE te_account SET settled = settled + 500 WHERE id = 'bob'",
                "1 | UPDATE te_account SET salt = zeroblob(32) WHERE id = 'bob'",
            })
    void verifyAllNamesTheFirstBadEntryOfTheAccount(long sequence, String damage) throws SQLException {
        execute(damage);
        assertThat(verifyAll().broken()).isEqualTo(1);
        assertThat(broken).singleElement().satisfies(found -> {
            assertThat(found.account()).isEqualTo(AccountId.of("bob"));
            assertThat(found.sequence()).isEqualTo(sequence);
        });
    }

    @Test
    void anEntrySlippedInBehindTheStateIsNamed() throws SQLException {
        execute("INSERT INTO te_entry SELECT account, 6, booked_at, 'forged', type, amount, settled_after, held_after,"
                + " debt_after, effects, reference, description, metadata, sale, fingerprint, hash, erased"
                + " FROM te_entry WHERE account = 'carol' AND sequence = 5");
        verifyAll();
        assertThat(broken).singleElement().satisfies(found -> {
            assertThat(found.account()).isEqualTo(AccountId.of("carol"));
            assertThat(found.sequence()).isEqualTo(6);
        });
    }

    /** An erased entry does not prove whose it is; so somebody might erase what is in use, and call it his. */
    @Test
    void tokensGivenToSomebodyElseByAnErasureAreSeen() throws SQLException {
        AccountId bob = AccountId.of("bob");
        Bookkeeper books = new Bookkeeper(store);
        Digest salt = books.account(bob).salt();
        for (LedgerEntry entry : books.history(bob)) {
            Digest erased = new PersonErasure(bob, AccountId.of("mallory"))
                    .erase(entry, salt)
                    .seal()
                    .erased();
            execute("UPDATE te_entry SET account = 'mallory', erased = x'" + erased + "' WHERE account = 'bob'"
                    + " AND sequence = " + entry.sequence());
        }
        execute("UPDATE te_account SET id = 'mallory', salt = zeroblob(32) WHERE id = 'bob'");
        verifyAll();
        assertThat(broken).singleElement().satisfies(found -> {
            assertThat(found.account()).isEqualTo(AccountId.of("mallory"));
            assertThat(found.reason()).contains("not closed");
        });
    }

    @Test
    void aVerificationGoesOnWhereItStopped() throws SQLException {
        execute("UPDATE te_entry SET amount = -9 WHERE account = 'carol' AND sequence = 2");
        List<AccountId> seen = new ArrayList<>();
        try {
            audit.verifyAll(null, (result, soFar) -> {
                seen.add(result.account());
                if (soFar.accounts() == 2) {
                    throw new IllegalStateException("stop");
                }
            });
        } catch (IllegalStateException stopped) {
            assertThat(stopped).hasMessage("stop");
        }
        VerificationSummary rest = audit.verifyAll(seen.get(1), (result, soFar) -> seen.add(result.account()));
        assertThat(seen).extracting(AccountId::value).containsExactly("alice", "bob", "carol");
        assertThat(rest).isEqualTo(new VerificationSummary(1, 0, 1));
        assertThat(rest.intact()).isFalse();
    }

    /** Whoever knows the rules can write another history that is whole in itself; only what was signed outside tells. */
    @Test
    void aChainRewrittenConsistentlyIsOnlyFoundByTheCheckpoint() throws IOException, SQLException {
        Path checkpoint = checkpoint();
        Path forged = directory.resolve("forged.db");
        try (LedgerStore other = JdbcLedgerStore.sqlite(forged)) {
            book(other, "bob", 900);
        }
        execute(
                "ATTACH DATABASE '" + forged + "' AS forged",
                "DELETE FROM te_entry WHERE account = 'bob'",
                "DELETE FROM te_account WHERE id = 'bob'",
                "INSERT INTO te_entry SELECT * FROM forged.te_entry",
                "INSERT INTO te_account SELECT * FROM forged.te_account");

        assertThat(verifyAll().intact()).isTrue();
        compare(checkpoint);
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.account()).isEqualTo(AccountId.of("bob"));
            assertThat(finding.reason()).contains("rewritten");
        });
    }

    @Test
    void anAccountRemovedWithAllItsEntriesIsOnlyFoundByTheCheckpoint() throws IOException, SQLException {
        Path checkpoint = checkpoint();
        execute("DELETE FROM te_entry WHERE account = 'alice'", "DELETE FROM te_account WHERE id = 'alice'");

        assertThat(verifyAll().intact()).isTrue();
        compare(checkpoint);
        assertThat(findings)
                .extracting(CheckpointFinding::name)
                .containsExactly(Hosts.NAMES.name(AccountId.of("alice")));
    }

    @Test
    void anAccountWithoutItsStateIsFoundByItsName() throws SQLException {
        execute("DELETE FROM te_account WHERE id = 'alice'");
        assertThat(audit.verify(AccountId.of("alice"))).isInstanceOf(Verification.Broken.class);
    }

    private VerificationSummary verifyAll() {
        return audit.verifyAll(null, (result, soFar) -> {
            if (result instanceof Verification.Broken found) {
                broken.add(found);
            }
        });
    }

    private Path checkpoint() throws IOException {
        Path file = directory.resolve("checkpoint");
        try (OutputStream to = Files.newOutputStream(file)) {
            audit.checkpoint(Hosts.SIGNER, Hosts.NAMES, to);
        }
        compare(file);
        assertThat(findings).isEmpty();
        return file;
    }

    private void compare(Path file) throws IOException {
        audit.compare(file, Hosts.KEYS.getPublic(), Hosts.NAMES, findings::add);
    }

    private static void book(LedgerStore to, String name, long amount) {
        Bookkeeper books = new Bookkeeper(to);
        AccountId account = AccountId.of(name);
        books.apply(Grant.of(account, amount, IdempotencyKey.of(name + "-gift")), NOON)
                .orElseThrow();
        for (int i = 0; i < 4; i++) {
            books.apply(Spend.of(account, 7, IdempotencyKey.of(name + "-" + i)), NOON.plusSeconds(i))
                    .orElseThrow();
        }
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("ledger.db"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
