package io.tokeneconomy.example.benchmark.contender.ours;

import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import io.tokeneconomy.example.benchmark.contender.Books;
import io.tokeneconomy.example.benchmark.contender.Place;
import io.tokeneconomy.example.benchmark.contender.firestore.FirestoreClient;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.store.firestore.FirestoreCollections;
import io.tokeneconomy.ledger.store.firestore.FirestoreLedgerStore;
import java.util.List;
import java.util.Objects;

/** The library on Firestore. */
public final class OursOnFirestore extends OurLedger {

    private static final String ACCOUNT = "user_id";
    private static final String SEQUENCE = "sequence";
    private static final String KEY = "key";

    private final Firestore client;
    private final IndexedStore store;

    /** @param place a project of the emulator */
    public OursOnFirestore(Place place) {
        this(place, FirestoreClient.open(place));
    }

    private OursOnFirestore(Place place, Firestore client) {
        this(place, client, new IndexedStore(FirestoreLedgerStore.on(client)));
    }

    private OursOnFirestore(Place place, Firestore client, IndexedStore store) {
        super(place, store);
        this.client = client;
        this.store = store;
    }

    /** Looks through all entries once. The emulator does so for every page, which takes minutes for a long history. */
    @Override
    public Books books(List<String> accounts) {
        store.know(index());
        return super.books(accounts);
    }

    @Override
    public void close() {
        super.close();
        client.shutdownNow();
    }

    private EntryIndex index() {
        EntryIndex index = new EntryIndex();
        FirestoreClient.waitFor(client.collection(FirestoreCollections.DEFAULT.transactions())
                        .select(ACCOUNT, SEQUENCE, KEY)
                        .get())
                .forEach(entry -> add(index, entry));
        return index;
    }

    private static void add(EntryIndex index, DocumentSnapshot entry) {
        index.add(
                AccountId.of(Objects.requireNonNull(entry.getString(ACCOUNT))),
                Objects.requireNonNull(entry.getLong(SEQUENCE)),
                IdempotencyKey.of(Objects.requireNonNull(entry.getString(KEY))));
    }
}
