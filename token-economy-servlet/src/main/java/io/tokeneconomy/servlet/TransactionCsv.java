package io.tokeneconomy.servlet;

import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.PurchaseDetails;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A history as <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a> writes it. Tells what {@link
 * TransactionJson} tells. A text that a spreadsheet could take for a formula gets an apostrophe in front.
 */
final class TransactionCsv {

    private static final String HEADER =
            "number,time,type,tokens,balance,description,reference,package,price,currency,payment\r\n";
    private static final String FORMULA_STARTS = "=+-@\t\r\n'\uff1d\uff0b\uff0d\uff20";

    private final PackageNames names;
    private final StringBuilder lines = new StringBuilder(HEADER);

    TransactionCsv(PackageNames names) {
        this.names = names;
    }

    /** Adds entries; {@return how many} */
    int add(List<LedgerEntry> entries) {
        entries.forEach(entry -> lines.append(line(entry)).append("\r\n"));
        return entries.size();
    }

    String text() {
        return lines.toString();
    }

    private String line(LedgerEntry entry) {
        PurchaseDetails sale = entry.purchase();
        Stream<String> numbers = Stream.of(
                Long.toString(entry.sequence()),
                entry.at().toString(),
                entry.type().name(),
                Long.toString(entry.amount()),
                Long.toString(entry.balanceAfter()));
        Stream<String> texts = Stream.of(
                quoted(entry.details().description()),
                quoted(entry.details().reference()),
                quoted(sale == null ? null : names.of(sale.packageId())),
                sale == null ? "" : sale.price().amount().toPlainString(),
                sale == null ? "" : sale.price().currency(),
                quoted(sale == null ? null : sale.sessionId()));
        return Stream.concat(numbers, texts).collect(Collectors.joining(","));
    }

    private static String quoted(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String safe = FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
