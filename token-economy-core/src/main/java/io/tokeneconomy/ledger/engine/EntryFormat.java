package io.tokeneconomy.ledger.engine;

import io.tokeneconomy.ledger.ExportFormat;
import io.tokeneconomy.ledger.LedgerEntry;
import java.io.IOException;

/** Writes entries, one after another. */
interface EntryFormat {

    /** Writes what stands before the first entry. */
    void begin() throws IOException;

    void write(LedgerEntry entry) throws IOException;

    static EntryFormat of(ExportFormat format, Appendable to) {
        return switch (format) {
            case CSV -> new CsvFormat(to);
            case NDJSON -> new JsonFormat(to);
        };
    }
}
