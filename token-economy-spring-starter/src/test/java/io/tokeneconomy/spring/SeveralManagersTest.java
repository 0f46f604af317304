package io.tokeneconomy.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.event.TokenEconomyEvent;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Ledger;
import java.util.ArrayList;
import java.util.Collection;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionTemplate;

/** An application with a second database, whose transactions are not the ledger's. */
class SeveralManagersTest {

    private static final AccountId ALICE = AccountId.of("alice");
    private static final IdempotencyKey KEY = IdempotencyKey.of("image-1");

    private final Host host = new Host(Host.Kind.REACTIVE);
    private final Ledger ledger = host.economy().ledger();
    private final TransactionTemplate ours = new TransactionTemplate(host.transactions());
    private final TransactionTemplate others = others();

    @BeforeEach
    void start() {
        ledger.grant(ALICE, 100, IdempotencyKey.of("welcome")).orElseThrow();
    }

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void aLookAtOurDatabaseWithinAnothersTransactionBeginsNoneThere() {
        others.executeWithoutResult(status -> {
            host.jdbc().queryForObject("select 1", Integer.class);
            ledger.spend(ALICE, 5, KEY).orElseThrow();
            status.setRollbackOnly();
        });
        assertThat(ledger.balance(ALICE).available()).isEqualTo(95);
        assertThat(told()).isTrue();
    }

    @Test
    void whatStandsIsToldThoughTheOthersTransactionAroundItWasRolledBack() {
        others.executeWithoutResult(status -> {
            ours.executeWithoutResult(inner -> ledger.spend(ALICE, 5, KEY).orElseThrow());
            status.setRollbackOnly();
        });
        assertThat(ledger.balance(ALICE).available()).isEqualTo(95);
        assertThat(told()).isTrue();
    }

    @Test
    void whatStandsIsToldWhenOursEndsThoughItWasBookedWithinTheOthers() {
        ours.executeWithoutResult(status -> {
            others.executeWithoutResult(inner -> ledger.spend(ALICE, 5, KEY).orElseThrow());
            assertThat(told()).isFalse();
        });
        assertThat(ledger.balance(ALICE).available()).isEqualTo(95);
        assertThat(told()).isTrue();
    }

    @Test
    void whatWasTakenBackIsNotToldThoughTheOthersTransactionAroundItStands() {
        others.executeWithoutResult(status -> ours.executeWithoutResult(inner -> {
            ledger.spend(ALICE, 5, KEY).orElseThrow();
            inner.setRollbackOnly();
        }));
        assertThat(ledger.balance(ALICE).available()).isEqualTo(100);
        assertThat(told()).isFalse();
    }

    /** It may begin on one thread and end on another. */
    @Test
    void aTransactionThatIsNotTheThreadsIsNotTakenForIt() {
        Collection<TransactionExecutionListener> heard = host.bean(Reactive.class).heard;
        ours.executeWithoutResult(status -> {
            heard.forEach(one -> one.afterBegin(new TransactionExecution() {}, null));
            ledger.spend(ALICE, 5, KEY).orElseThrow();
        });
        assertThat(told()).isTrue();
    }

    static final class Reactive implements ConfigurableTransactionManager {

        private Collection<TransactionExecutionListener> heard = new ArrayList<>();

        @Override
        public void setTransactionExecutionListeners(Collection<TransactionExecutionListener> listeners) {
            heard = new ArrayList<>(listeners);
        }

        @Override
        public Collection<TransactionExecutionListener> getTransactionExecutionListeners() {
            return heard;
        }
    }

    private boolean told() {
        return host.told().stream()
                .filter(TokenEconomyEvent.Booked.class::isInstance)
                .map(TokenEconomyEvent.Booked.class::cast)
                .anyMatch(event -> event.entry().key().equals(KEY));
    }

    private TransactionTemplate others() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:others-" + System.nanoTime());
        DataSourceTransactionManager manager = new DataSourceTransactionManager(source);
        manager.addListener(host.bean(CommitPhases.class));
        return new TransactionTemplate(manager);
    }
}
