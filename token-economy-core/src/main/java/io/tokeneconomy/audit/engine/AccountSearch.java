package io.tokeneconomy.audit.engine;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.store.AccountQuery;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Page;
import io.tokeneconomy.ledger.store.Scope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Accounts whose ids begin alike: a store lists them next to each other, behind the id that is the beginning. */
final class AccountSearch {

    private final LedgerStore store;
    private final String beginning;

    AccountSearch(LedgerStore store, String beginning) {
        this.store = store;
        this.beginning = beginning;
    }

    Page<AccountId> page(@Nullable AccountId after, int limit) {
        if (beginning.isEmpty()) {
            return store.accounts(AccountQuery.after(after, limit));
        }
        AccountId exact = AccountId.of(beginning);
        List<AccountId> found = new ArrayList<>();
        if (after == null && exists(exact)) {
            found.add(exact);
        }
        Page<AccountId> next = store.accounts(AccountQuery.after(after == null ? exact : after, limit));
        List<AccountId> matching = next.items().stream()
                .takeWhile(id -> id.value().startsWith(beginning))
                .toList();
        found.addAll(matching);
        boolean mayGoOn = found.size() == limit && matching.size() == limit && next.hasMore();
        return mayGoOn ? new Page<>(found, nextMatches(matching)) : Page.cut(found, limit);
    }

    private boolean nextMatches(List<AccountId> matching) {
        AccountId last = matching.get(matching.size() - 1);
        return store.accounts(AccountQuery.after(last, 1)).items().stream()
                .anyMatch(id -> id.value().startsWith(beginning));
    }

    private boolean exists(AccountId id) {
        return store.read(Scope.NOTHING.account(id)).account(id).sequence() > 0;
    }
}
