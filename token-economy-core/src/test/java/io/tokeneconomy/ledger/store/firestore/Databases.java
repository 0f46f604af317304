package io.tokeneconomy.ledger.store.firestore;

import com.google.cloud.firestore.Firestore;
import io.tokeneconomy.ledger.store.StoreException;
import java.util.concurrent.atomic.AtomicInteger;

/** A project on the emulator, and new, empty collections in it as often as needed. */
final class Databases implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Firestore client;
    private FirestoreStoreOptions options = FirestoreStoreOptions.DEFAULT;

    Databases(String project) {
        this.client = Emulator.client(project);
    }

    Firestore client() {
        return client;
    }

    FirestoreStoreOptions options() {
        return options;
    }

    /** A store on new collections. */
    FirestoreLedgerStore fresh() {
        options = FirestoreStoreOptions.DEFAULT.withCollections(newCollections());
        return again();
    }

    static FirestoreCollections newCollections() {
        return FirestoreCollections.prefixed("t" + NUMBER.incrementAndGet() + "_");
    }

    /** One more store on the collections of the last one. */
    FirestoreLedgerStore again() {
        return FirestoreLedgerStore.on(client, options);
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (Exception e) {
            throw StoreException.unavailable("closing", e);
        }
    }
}
