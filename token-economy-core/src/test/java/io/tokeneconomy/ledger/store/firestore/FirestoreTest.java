package io.tokeneconomy.ledger.store.firestore;

import com.google.cloud.firestore.Firestore;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.store.Bookkeeper;
import io.tokeneconomy.ledger.store.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A store on new collections for each test; everything it says passes the meddler. */
@Timeout(120)
@SuppressWarnings("NullAway.Init")
abstract class FirestoreTest {

    static final AccountId ALICE = AccountId.of("alice");
    static final AccountId BOB = AccountId.of("bob");

    final Meddler meddler = new Meddler();
    Firestore client;
    FirestoreStoreOptions options;
    FirestoreLedgerStore store;
    Bookkeeper books;

    @BeforeEach
    final void connect() {
        client = meddler.client("tests");
        open(FirestoreStoreOptions.DEFAULT.withCollections(Databases.newCollections()));
    }

    @AfterEach
    final void disconnect() throws Exception {
        store.close();
        client.close();
    }

    /** Opens another store instead of the one so far; it remembers nothing. */
    final void open(FirestoreStoreOptions wanted) {
        if (store != null) {
            store.close();
        }
        options = wanted;
        store = FirestoreLedgerStore.on(client, wanted);
        books = new Bookkeeper(store);
    }

    final Outcome apply(Operation operation) {
        return books.apply(operation, Samples.NOW);
    }

    static Grant grant(AccountId account, long amount, String key) {
        return Grant.of(account, amount, IdempotencyKey.of(key));
    }
}
