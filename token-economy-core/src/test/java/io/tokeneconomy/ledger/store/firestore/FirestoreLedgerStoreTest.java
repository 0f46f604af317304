package io.tokeneconomy.ledger.store.firestore;

import io.tokeneconomy.ledger.store.DurableLedgerStoreContract;
import io.tokeneconomy.ledger.store.LedgerStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

@SuppressWarnings("NullAway.Init")
class FirestoreLedgerStoreTest extends DurableLedgerStoreContract {

    private static Databases databases;

    @BeforeAll
    static void connect() {
        databases = new Databases("contract");
    }

    @AfterAll
    static void disconnect() {
        databases.close();
    }

    @Override
    protected LedgerStore open() {
        return databases.fresh();
    }

    @Override
    protected LedgerStore openAgain() {
        return databases.again();
    }
}
