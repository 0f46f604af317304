package io.tokeneconomy.spring;

import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.FirestoreOptions;
import io.tokeneconomy.spring.properties.StoreSettings;
import org.springframework.util.StringUtils;

/**
 * A Firestore client from the properties, with the application default credentials
 * (<a href="https://cloud.google.com/docs/authentication/application-default-credentials">Google Cloud</a>).
 */
final class FirestoreClient {

    private FirestoreClient() {}

    static Firestore open(StoreSettings settings) {
        String project = Setting.FIRESTORE_PROJECT.required(settings.firestoreProject());
        FirestoreOptions.Builder options = FirestoreOptions.newBuilder().setProjectId(project);
        if (StringUtils.hasText(settings.firestoreDatabase())) {
            options.setDatabaseId(settings.firestoreDatabase());
        }
        if (StringUtils.hasText(settings.firestoreEmulator())) {
            options.setEmulatorHost(settings.firestoreEmulator());
        }
        try {
            return options.build().getService();
        } catch (RuntimeException e) {
            throw new InvalidPropertyException(
                    Setting.FIRESTORE_PROJECT, "leads to no Firestore: " + e.getMessage(), e);
        }
    }
}
