package io.tokeneconomy.event.engine;

import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.jdbc.JdbcLedgerStore;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import java.nio.file.Path;

/** The stores these tests run on. Each node of a test has a store of its own where one place can be opened twice. */
enum Kind {
    MEMORY {
        @Override
        LedgerStore open(Path directory) {
            return MemoryLedgerStore.create();
        }

        @Override
        LedgerStore again(Path directory, LedgerStore first) {
            return first;
        }
    },
    SQLITE {
        @Override
        LedgerStore open(Path directory) {
            return JdbcLedgerStore.sqlite(directory.resolve("ledger.db"));
        }

        @Override
        LedgerStore again(Path directory, LedgerStore first) {
            return open(directory);
        }
    };

    abstract LedgerStore open(Path directory);

    /** {@return the same place for another node} */
    abstract LedgerStore again(Path directory, LedgerStore first);
}
