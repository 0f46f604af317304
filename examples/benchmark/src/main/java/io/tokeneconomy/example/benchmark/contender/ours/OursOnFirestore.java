package io.tokeneconomy.example.benchmark.contender.ours;

import com.google.cloud.firestore.Firestore;
import io.tokeneconomy.example.benchmark.contender.Place;
import io.tokeneconomy.example.benchmark.contender.firestore.FirestoreClient;
import io.tokeneconomy.ledger.store.firestore.FirestoreLedgerStore;

/** The library on Firestore. */
public final class OursOnFirestore extends OurLedger {

    /** @param place a project of the emulator */
    public OursOnFirestore(Place place) {
        super(place, store(place));
    }

    /** The store has a connection of its own: the client only tells where to. */
    private static FirestoreLedgerStore store(Place place) {
        Firestore client = FirestoreClient.open(place);
        try {
            return FirestoreLedgerStore.on(client);
        } finally {
            client.shutdownNow();
        }
    }
}
