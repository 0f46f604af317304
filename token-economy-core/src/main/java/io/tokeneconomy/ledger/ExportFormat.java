package io.tokeneconomy.ledger;

/** How exported entries are written. Both are UTF-8 without a byte order mark once the host encodes them so. */
public enum ExportFormat {
    /**
     * Comma-separated values as in RFC 4180, a header line first, lines ended by CR LF. Texts are quoted; one that a
     * spreadsheet could take for a formula, or that begins with an apostrophe, gets an apostrophe in front.
     */
    CSV,
    /** One JSON object on each line, lines ended by LF; what is absent is left out. Holds everything of an entry. */
    NDJSON
}
