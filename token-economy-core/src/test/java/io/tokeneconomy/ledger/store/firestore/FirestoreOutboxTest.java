package io.tokeneconomy.ledger.store.firestore;

import io.tokeneconomy.event.engine.OutboxContract;
import io.tokeneconomy.ledger.store.LedgerStore;
import org.junit.jupiter.api.AfterEach;

class FirestoreOutboxTest extends OutboxContract {

    private final Databases databases = new Databases("outbox");

    @Override
    protected LedgerStore open() {
        return databases.fresh();
    }

    @Override
    protected LedgerStore openAgain() {
        return databases.again();
    }

    @AfterEach
    void disconnect() {
        databases.close();
    }
}
