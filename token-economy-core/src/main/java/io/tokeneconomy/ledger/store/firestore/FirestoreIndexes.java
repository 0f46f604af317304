package io.tokeneconomy.ledger.store.firestore;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/**
 * The indexes that a {@link FirestoreLedgerStore} needs. Firestore refuses a query without its index; creating them is
 * the owner's work, for example with {@code firebase deploy --only firestore:indexes}.
 */
public final class FirestoreIndexes {

    private static final String RESOURCE = "firestore.indexes.json";

    private FirestoreIndexes() {}

    /**
     * {@return the content of a {@code firestore.indexes.json}} With the default names it is the resource of that name
     * beside this class. It also switches off the indexes that Firestore would make of its own and nobody asks for:
     * each costs storage with every entry, and those of ever-growing values slow writes down.
     */
    public static String print(FirestoreCollections names) {
        FirestoreCollections standard = FirestoreCollections.DEFAULT;
        Map<String, String> renamed = Map.of(
                standard.accounts(), names.accounts(),
                standard.transactions(), names.transactions(),
                standard.orders(), names.orders(),
                standard.parked(), names.parked(),
                standard.backlogs(), names.backlogs());
        StringBuilder text = new StringBuilder();
        for (String line : resource().split("\n", -1)) {
            String renamedLine = line;
            for (Map.Entry<String, String> name : renamed.entrySet()) {
                if (line.contains(group(name.getKey()))) {
                    renamedLine = line.replace(group(name.getKey()), group(name.getValue()));
                }
            }
            text.append(renamedLine).append('\n');
        }
        return text.substring(0, text.length() - 1);
    }

    private static String group(String collection) {
        return "\"collectionGroup\": \"" + collection + "\"";
    }

    private static String resource() {
        try (InputStream stream = FirestoreIndexes.class.getResourceAsStream(RESOURCE)) {
            return new String(Objects.requireNonNull(stream, RESOURCE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }
}
