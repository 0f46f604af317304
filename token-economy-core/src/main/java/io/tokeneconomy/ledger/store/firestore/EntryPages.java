package io.tokeneconomy.ledger.store.firestore;

import com.google.firestore.v1.Document;
import com.google.firestore.v1.StructuredQuery;
import com.google.firestore.v1.StructuredQuery.FieldFilter.Operator;
import com.google.firestore.v1.Value;
import com.google.protobuf.ByteString;
import io.tokeneconomy.ledger.EntryFilter;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.store.EntryQuery;
import io.tokeneconomy.ledger.store.Page;
import io.tokeneconomy.ledger.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pages of entries by sequence. Type and reference are asked of the index. A time becomes a sequence first, by one look
 * at the entry next to it, because entries are never dated before the one ahead of them. Only a metadata key is sought
 * in the entries themselves, page by page.
 */
final class EntryPages {

    private static final int SCAN = 300;

    private final Rpc rpc;
    private final String collection;

    EntryPages(Rpc rpc, String collection) {
        this.rpc = rpc;
        this.collection = collection;
    }

    Page<LedgerEntry> page(EntryQuery query) {
        Span span = span(query);
        List<LedgerEntry> found = new ArrayList<>();
        while (!span.isEmpty() && found.size() <= query.limit()) {
            int size = query.filter().metadataKey() == null ? query.limit() + 1 : Math.max(SCAN, query.limit() + 1);
            List<LedgerEntry> part = part(query, span, size);
            part.stream().filter(query.filter()::matches).forEach(found::add);
            if (part.size() < size) {
                break;
            }
            span = span.beyond(part.get(size - 1).sequence(), query.newestFirst());
        }
        int enough = Math.min(found.size(), query.limit() + 1);
        return Page.cut(found.subList(0, enough), query.limit());
    }

    private List<LedgerEntry> part(EntryQuery query, Span span, int size) {
        EntryFilter filter = query.filter();
        Select select = ofAccount(query)
                .where(EntryFields.SEQUENCE, Operator.GREATER_THAN, Fields.value(span.after()))
                .where(EntryFields.SEQUENCE, Operator.LESS_THAN, Fields.value(span.before()));
        if (!filter.types().isEmpty()) {
            List<Value> types = filter.types().stream()
                    .map(type -> Fields.value(type.name()))
                    .toList();
            select.in(EntryFields.TYPE, types);
        }
        if (filter.reference() != null) {
            select.equal(EntryFields.REFERENCE, Fields.value(filter.reference()));
        }
        return entries(select.order(EntryFields.SEQUENCE, query.newestFirst()).limit(size));
    }

    private Span span(EntryQuery query) {
        Span span = Span.ALL.beyond(query.beyond(), query.newestFirst());
        EntryFilter filter = query.filter();
        if (filter.from() != null && !span.isEmpty()) {
            Value from = Fields.value(filter.from());
            LedgerEntry first = nextTo(query, Operator.GREATER_THAN_OR_EQUAL, from, false);
            span = first == null ? Span.NOTHING : span.beyond(first.sequence() - 1, false);
        }
        if (filter.until() != null && !span.isEmpty()) {
            LedgerEntry last = nextTo(query, Operator.LESS_THAN, Fields.value(filter.until()), true);
            span = last == null ? Span.NOTHING : span.beyond(last.sequence() + 1, true);
        }
        return span;
    }

    private @Nullable LedgerEntry nextTo(EntryQuery query, Operator side, Value time, boolean last) {
        List<LedgerEntry> found = entries(ofAccount(query)
                .where(EntryFields.TIME, side, time)
                .order(EntryFields.TIME, last)
                .order(EntryFields.SEQUENCE, last)
                .limit(1));
        return found.isEmpty() ? null : found.get(0);
    }

    private Select ofAccount(EntryQuery query) {
        return new Select(collection)
                .equal(EntryFields.USER, Fields.value(query.account().value()));
    }

    private List<LedgerEntry> entries(StructuredQuery query) {
        List<Document> documents = rpc.query(query, ByteString.EMPTY);
        return documents.stream().map(EntryPages::entry).toList();
    }

    /** Under another name it would leave its key free, and what was booked could be booked again. */
    private static LedgerEntry entry(Document document) {
        LedgerEntry entry = Found.read(document, EntryFields::read);
        if (!document.getName().endsWith("/" + Layout.entryName(entry.key()))) {
            throw StoreException.broken(
                    "document " + document.getName() + " is not named by its key " + entry.key(), null);
        }
        return entry;
    }

    /** Sequences between two others, themselves not included. */
    private record Span(long after, long before) {

        private static final Span ALL = new Span(0, Long.MAX_VALUE);
        private static final Span NOTHING = new Span(0, 0);

        private Span beyond(long sequence, boolean downwards) {
            return downwards
                    ? new Span(after, Math.min(before, sequence))
                    : new Span(Math.max(after, sequence), before);
        }

        private boolean isEmpty() {
            return before <= after + 1;
        }
    }
}
