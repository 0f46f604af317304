package io.tokeneconomy.example.benchmark.contender.firestore;

import com.google.api.core.ApiFuture;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.FirestoreOptions;
import io.tokeneconomy.example.benchmark.contender.Place;
import java.util.concurrent.ExecutionException;

/** A client of the emulator. */
public final class FirestoreClient {

    private FirestoreClient() {}

    /** {@return a client of that place, {@code firestore:HOST:PORT/PROJECT}} */
    public static Firestore open(Place place) {
        String[] parts = place.after("firestore:").split("/", 2);
        return FirestoreOptions.newBuilder()
                .setEmulatorHost(parts[0])
                .setProjectId(parts[1])
                .setCredentials(new FirestoreOptions.EmulatorCredentials())
                .build()
                .getService();
    }

    /** {@return the value} Throws the client's exception as the cause. */
    static <T> T wait(ApiFuture<T> future) throws ExecutionException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** {@return the value} Throws when there is none. */
    public static <T> T waitFor(ApiFuture<T> future) {
        try {
            return wait(future);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
