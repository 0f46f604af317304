package io.tokeneconomy.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Ledger;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;
import org.springframework.transaction.support.TransactionTemplate;

class JoinedTransactionTest {

    private static final AccountId ALICE = AccountId.of("alice");
    private static final IdempotencyKey KEY = IdempotencyKey.of("image-1");

    private final Host host = new Host(Host.Kind.JPA);
    private final Ledger ledger = host.economy().ledger();
    private final TransactionTemplate transaction = new TransactionTemplate(host.transactions());

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void aRowOfJpaAndASpendStandTogether() {
        start();
        transaction.executeWithoutResult(status -> {
            entities().persist(new Picture("one"));
            ledger.spend(ALICE, 5, KEY).orElseThrow();
        });
        assertThat(pictures()).isEqualTo(1);
        assertThat(ledger.balance(ALICE).available()).isEqualTo(95);
    }

    @Test
    void aRowOfJpaThatIsRefusedTakesTheSpendAlong() {
        start();
        host.jdbc().update("insert into picture(id) values ('one')");
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    ledger.spend(ALICE, 5, KEY).orElseThrow();
                    entities().persist(new Picture("one"));
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(ledger.balance(ALICE).available()).isEqualTo(100);
        assertThat(ledger.entry(KEY)).isEmpty();
    }

    @Test
    void whatIsOpenIsSeenInsideAndNotOutside() throws InterruptedException {
        start();
        long[] outside = new long[1];
        transaction.executeWithoutResult(status -> {
            ledger.spend(ALICE, 5, KEY).orElseThrow();
            assertThat(ledger.balance(ALICE).available()).isEqualTo(95);
            Thread other = new Thread(() -> outside[0] = ledger.balance(ALICE).available());
            other.start();
            join(other);
        });
        assertThat(outside[0]).isEqualTo(100);
    }

    @Test
    void aRefusalLeavesTheTransactionAlone() {
        start();
        transaction.executeWithoutResult(status -> {
            assertThat(ledger.spend(ALICE, 1_000, KEY).stands()).isFalse();
            entities().persist(new Picture("one"));
        });
        assertThat(pictures()).isEqualTo(1);
    }

    @Test
    void aReplayInsideATransactionBooksNothing() {
        start();
        ledger.spend(ALICE, 5, KEY).orElseThrow();
        transaction.executeWithoutResult(status -> ledger.spend(ALICE, 5, KEY).orElseThrow());
        assertThat(ledger.balance(ALICE).available()).isEqualTo(95);
    }

    @Test
    void whatASavepointTookBackIsNotTold() {
        try (Host jdbc = new Host(Host.Kind.JDBC)) {
            whatASavepointTookBackIsNotTold(jdbc);
        }
    }

    private static void whatASavepointTookBackIsNotTold(Host host) {
        Ledger ledger = host.economy().ledger();
        ledger.grant(ALICE, 100, IdempotencyKey.of("welcome")).orElseThrow();
        TransactionTemplate transaction = new TransactionTemplate(host.transactions());
        TransactionTemplate nested = new TransactionTemplate(host.transactions());
        nested.setPropagationBehavior(TransactionTemplate.PROPAGATION_NESTED);
        IdempotencyKey second = IdempotencyKey.of("image-2");
        int before = host.told().size();
        transaction.executeWithoutResult(status -> {
            nested.executeWithoutResult(inner -> {
                ledger.spend(ALICE, 5, KEY).orElseThrow();
                inner.setRollbackOnly();
            });
            ledger.spend(ALICE, 7, second).orElseThrow();
            assertThat(host.told()).hasSize(before);
        });
        assertThat(ledger.balance(ALICE).available()).isEqualTo(93);
        assertThat(host.told()).hasSize(before + 1);
    }

    @Test
    void whatIsBookedIsToldOnTheLastConnectionOfThePool() throws SQLException {
        start();
        DataSource pool = host.bean(DataSource.class);
        int before = host.told().size();
        try (Connection one = pool.getConnection();
                Connection two = pool.getConnection();
                Connection three = pool.getConnection()) {
            transaction.executeWithoutResult(
                    status -> ledger.spend(ALICE, 5, KEY).orElseThrow());
            assertThat(host.told()).hasSize(before + 1);
            assertThat(List.of(one, two, three)).doesNotHaveDuplicates();
        }
    }

    @Test
    void whatAHandMadeSavepointTookBackIsNotTold() {
        try (Host jdbc = new Host(Host.Kind.JDBC)) {
            Ledger book = jdbc.economy().ledger();
            book.grant(ALICE, 100, IdempotencyKey.of("welcome")).orElseThrow();
            int before = jdbc.told().size();
            new TransactionTemplate(jdbc.transactions()).executeWithoutResult(status -> {
                Object savepoint = status.createSavepoint();
                book.spend(ALICE, 5, KEY).orElseThrow();
                status.rollbackToSavepoint(savepoint);
            });
            assertThat(book.balance(ALICE).available()).isEqualTo(100);
            assertThat(jdbc.told()).hasSize(before);
        }
    }

    @Test
    void aChargeInsideATransactionIsRefused() {
        start();
        assertThatThrownBy(
                        () -> transaction.executeWithoutResult(status -> ledger.charge(ALICE, 5, KEY, () -> "drawn")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("inside a transaction");
    }

    private void start() {
        ledger.grant(ALICE, 100, IdempotencyKey.of("welcome")).orElseThrow();
    }

    private EntityManager entities() {
        EntityManager found =
                EntityManagerFactoryUtils.getTransactionalEntityManager(host.bean(EntityManagerFactory.class));
        assertThat(found).isNotNull();
        return found;
    }

    private long pictures() {
        Long count = host.jdbc().queryForObject("select count(*) from picture", Long.class);
        return count == null ? 0 : count;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
