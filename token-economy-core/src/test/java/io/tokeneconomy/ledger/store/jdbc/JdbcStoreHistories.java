package io.tokeneconomy.ledger.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.StoreHistories;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** A store on connections that can be cut between a commit and its answer; each crash takes all of them down. */
@SuppressWarnings("NullAway.Init")
abstract class JdbcStoreHistories extends StoreHistories {

    private LostAnswers connections;
    private Pool pool;
    private LedgerStore store;

    /** Opens connections to the same database every time. */
    abstract Pool.Opening opening();

    LedgerStore open(Pool on) {
        return JdbcLedgerStore.on(on.source());
    }

    @BeforeProperty
    final void open() {
        connections = new LostAnswers(opening());
        up();
    }

    @AfterProperty
    final void close() {
        down();
        assertThat(connections.lost()).as("commits that went unanswered").isPositive();
    }

    @Override
    protected final LedgerStore store() {
        return store;
    }

    @Override
    protected final void crash() {
        down();
        up();
    }

    @Override
    protected final void unanswered(Runnable update) {
        connections.during(update);
    }

    private void up() {
        pool = new Pool(connections);
        store = open(pool);
    }

    private void down() {
        store.close();
        pool.close();
    }
}
