package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.error.InvalidValueException;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Data sources that give the connection of the host's current transaction, which our calls would commit. */
final class BoundSources {

    /** Known by name, because Spring need not be there. */
    private static final Set<String> KNOWN = Set.of("TransactionAwareDataSourceProxy");

    private BoundSources() {}

    static void refuse(DataSource source) {
        boolean bound = Stream.<Class<?>>iterate(source.getClass(), type -> type != null, Class::getSuperclass)
                .anyMatch(type -> KNOWN.contains(type.getSimpleName()));
        if (bound) {
            throw new InvalidValueException(
                    "source",
                    source.getClass().getName(),
                    "a data source whose connections take no part in transactions of the host, such as this one's target");
        }
    }
}
