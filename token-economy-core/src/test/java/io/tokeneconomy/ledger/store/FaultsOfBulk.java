package io.tokeneconomy.ledger.store;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Stores that are wrong in one way each when there is much at once. */
final class FaultsOfBulk {

    private static final int ENOUGH = 100;

    private FaultsOfBulk() {}

    /** Writes as many accounts of an update as fit into one statement, and forgets the others. */
    static final class ForgetsTheEnd extends BrokenStore {
        @Override
        public <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision) {
            return correct.update(scope, before -> {
                Changes<R> all = decision.apply(before);
                List<Account> written = all.accounts().stream().limit(ENOUGH).toList();
                Set<AccountId> ids = written.stream().map(Account::id).collect(Collectors.toSet());
                return new Changes<>(
                        written,
                        all.entries().stream()
                                .filter(entry -> ids.contains(entry.account()))
                                .toList(),
                        all.orders(),
                        all.customers(),
                        all.parked(),
                        all.backlogs(),
                        all.news(),
                        all.result());
            });
        }
    }

    /** Looks up as many keys as fit into one statement, and takes the others for free. */
    static final class LooksUpSomeKeys extends BrokenStore {
        @Override
        public <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision) {
            return correct.update(scope, before -> decision.apply(cut(before, scope)));
        }

        @Override
        public Snapshot read(Scope scope) {
            return cut(correct.read(scope), scope);
        }

        private static Snapshot cut(Snapshot found, Scope scope) {
            Parts parts = new Parts(found, scope);
            Iterator<?> entries = parts.entries.entrySet().iterator();
            for (int i = 0; entries.hasNext(); i++) {
                entries.next();
                if (i >= ENOUGH) {
                    entries.remove();
                }
            }
            return parts.together();
        }
    }

    /** Decides on the same snapshot twice, and tells what came of it the second time. */
    static final class DecidesOnItsOwnChanges extends BrokenStore {
        @Override
        public <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision) {
            correct.update(scope, decision);
            return decision.apply(correct.read(scope)).result();
        }
    }
}
