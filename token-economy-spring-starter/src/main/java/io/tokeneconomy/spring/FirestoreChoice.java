package io.tokeneconomy.spring;

import com.google.cloud.firestore.Firestore;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.firestore.FirestoreCollections;
import io.tokeneconomy.ledger.store.firestore.FirestoreLedgerStore;
import io.tokeneconomy.ledger.store.firestore.FirestoreStoreOptions;
import io.tokeneconomy.spring.properties.StoreSettings;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.StringUtils;

/** The application's Firestore bean. */
final class FirestoreChoice implements StoreChoice {

    private final ObjectProvider<Firestore> firestore;

    FirestoreChoice(ObjectProvider<Firestore> firestore) {
        this.firestore = firestore;
    }

    @Override
    public StoreSettings.Type type() {
        return StoreSettings.Type.FIRESTORE;
    }

    @Override
    public Optional<LedgerStore> open(StoreSettings settings) {
        return Optional.ofNullable(firestore.getIfAvailable())
                .map(found -> FirestoreLedgerStore.on(found, options(settings)));
    }

    private static FirestoreStoreOptions options(StoreSettings settings) {
        String prefix = settings.firestorePrefix();
        return StringUtils.hasText(prefix)
                ? Setting.FIRESTORE_PREFIX.checked(
                        () -> FirestoreStoreOptions.DEFAULT.withCollections(FirestoreCollections.prefixed(prefix)))
                : FirestoreStoreOptions.DEFAULT;
    }
}
