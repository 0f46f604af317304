package io.tokeneconomy.ledger.store.firestore;

import io.tokeneconomy.ledger.rules.Step;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.StoreHistories;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

@SuppressWarnings("NullAway.Init")
class FirestoreStoreHistoriesTest extends StoreHistories {

    private static Databases databases;
    private static LedgerStore store;

    @BeforeContainer
    static void open() {
        databases = new Databases("histories");
        store = databases.fresh();
    }

    @AfterContainer
    static void close() {
        store.close();
        databases.close();
    }

    @Override
    protected LedgerStore store() {
        return store;
    }

    @Override
    @Property(tries = 100)
    protected void everyHistoryEndsAsThePureRulesSay(@ForAll List<Step> steps) {
        super.everyHistoryEndsAsThePureRulesSay(steps);
    }
}
