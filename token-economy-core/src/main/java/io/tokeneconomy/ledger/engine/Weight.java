package io.tokeneconomy.ledger.engine;

import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.Operation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What operations add to the update they share, in bytes, roughly. So operations that say much do not add up to an update
 * that a database refuses as too large, after which each of them would be made alone.
 */
final class Weight {

    /** Less than half of what Firestore and MariaDB take at once. */
    static final long MOST = 1L << 22;

    /** An account's state, or an entry without texts. */
    private static final int EACH = 1_000;

    /** Most bytes of a character in UTF-8. */
    private static final int CHARACTER = 3;

    private Weight() {}

    static int of(Operation operation) {
        int things = operation.accounts().size() + operation.keys().size();
        return EACH * things + CHARACTER * characters(operation.details());
    }

    private static int characters(Details details) {
        int characters = length(details.reference()) + length(details.description());
        for (Map.Entry<String, String> text : details.metadata().entrySet()) {
            characters += text.getKey().length() + text.getValue().length();
        }
        return characters;
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }
}
