package io.tokeneconomy.ledger.engine;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.EntryFilter;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.store.AccountQuery;
import io.tokeneconomy.ledger.store.EntryQuery;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Page;
import io.tokeneconomy.ledger.store.Scope;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes histories out, page by page. */
final class Exporter {

    private static final int PAGE = 500;

    private final LedgerStore store;
    private final EntryFilter filter;
    private final EntryFormat format;
    private long written;

    Exporter(LedgerStore store, EntryFilter filter, EntryFormat format) {
        this.store = store;
        this.filter = filter;
        this.format = format;
    }

    long account(AccountId account) throws IOException {
        format.begin();
        write(account);
        return written;
    }

    long everything() throws IOException {
        format.begin();
        Page<AccountId> page;
        @Nullable AccountId last = null;
        do {
            page = store.accounts(AccountQuery.after(last, PAGE));
            for (AccountId account : page.items()) {
                write(account);
                last = account;
            }
        } while (page.hasMore());
        return written;
    }

    private void write(AccountId account) throws IOException {
        long end = store.read(Scope.NOTHING.account(account)).account(account).sequence();
        long sequence = 0;
        Page<LedgerEntry> page;
        do {
            page = store.entries(EntryQuery.after(account, sequence, PAGE).matching(filter));
            List<LedgerEntry> entries = page.items();
            for (LedgerEntry entry : entries) {
                if (entry.sequence() > end) {
                    return;
                }
                format.write(entry);
                written++;
                sequence = entry.sequence();
            }
        } while (page.hasMore());
    }
}
