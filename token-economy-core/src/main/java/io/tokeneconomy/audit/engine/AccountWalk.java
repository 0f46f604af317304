package io.tokeneconomy.audit.engine;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.store.AccountQuery;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Page;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Goes through all accounts, page by page, in the store's order. */
final class AccountWalk {

    private static final int PAGE = 200;

    private final LedgerStore store;
    private @Nullable AccountId last;
    private boolean ended;

    AccountWalk(LedgerStore store) {
        this.store = store;
    }

    void each(Consumer<Account> action) {
        List<Account> page = next();
        while (!page.isEmpty()) {
            page.forEach(action);
            page = next();
        }
    }

    /** The next accounts, empty at the end. An account that was erased since it was listed is left out. */
    List<Account> next() {
        while (!ended) {
            Page<AccountId> page = store.accounts(AccountQuery.after(last, PAGE));
            ended = !page.hasMore();
            List<AccountId> ids = page.items();
            if (!ids.isEmpty()) {
                last = ids.get(ids.size() - 1);
                Snapshot states = store.read(Scope.of(ids, Set.of()));
                List<Account> accounts = ids.stream()
                        .map(states::account)
                        .filter(account -> account.sequence() > 0)
                        .toList();
                if (!accounts.isEmpty()) {
                    return accounts;
                }
            }
        }
        return List.of();
    }
}
