package io.tokeneconomy.spring;

import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.spring.properties.StoreSettings;
import java.util.List;
import java.util.Optional;

/** A kind of store that the application may have what it takes for. */
interface StoreChoice {

    /** Which one. */
    StoreSettings.Type type();

    /** The store; empty when the application does not have what it takes. */
    Optional<LedgerStore> open(StoreSettings settings);

    /** The first store there is, or the one that is asked for. */
    static LedgerStore open(StoreSettings settings, List<StoreChoice> choices) {
        StoreSettings.Type wanted = settings.type();
        return choices.stream()
                .filter(choice -> wanted == StoreSettings.Type.AUTO || wanted == choice.type())
                .flatMap(choice -> choice.open(settings).stream())
                .findFirst()
                .orElseThrow(() -> none(wanted));
    }

    private static InvalidPropertyException none(StoreSettings.Type wanted) {
        String missing = switch (wanted) {
            case AUTO -> "there is no LedgerStore bean, no DataSource, no Firestore and no org.xerial:sqlite-jdbc";
            case JDBC -> "there is no DataSource bean";
            case FIRESTORE -> "there is no Firestore bean and no token-economy.store.firestore-project";
            case SQLITE -> "org.xerial:sqlite-jdbc is not on the class path";
        };
        return new InvalidPropertyException(Setting.STORE_TYPE, "is " + wanted + ", but " + missing, null);
    }
}
