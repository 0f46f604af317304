package io.tokeneconomy.ledger.store;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.Counters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Stores that are wrong in one way each in what they keep beside lots. */
final class FaultsOfState {

    private FaultsOfState() {}

    /** A store that writes something else than it was told. */
    abstract static class Rewriting extends BrokenStore {
        @Override
        public <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision) {
            return correct.update(scope, before -> rewritten(decision.apply(before)));
        }

        abstract <R> Changes<R> rewritten(Changes<R> c);
    }

    /** Keeps an account's tokens, not what it counts. */
    static final class LosesCounters extends BrokenStore {
        @Override
        public Snapshot read(Scope scope) {
            Parts parts = new Parts(correct.read(scope), scope);
            parts.accounts.replaceAll((id, account) -> new Account(
                    account.id(),
                    account.salt(),
                    account.tip(),
                    account.totals(),
                    account.lots(),
                    account.holds(),
                    account.settings(),
                    Counters.NONE));
            return parts.together();
        }
    }

    /** Never removes a backlog. */
    static final class KeepsBacklogs extends Rewriting {
        @Override
        <R> Changes<R> rewritten(Changes<R> c) {
            Map<BacklogKey, Optional<Backlog>> kept = new HashMap<>(c.backlogs());
            kept.values().removeIf(Optional::isEmpty);
            return new Changes<>(
                    c.accounts(), c.entries(), c.orders(), c.customers(), c.parked(), kept, c.news(), c.result());
        }
    }

    /** Never hears news. */
    static final class DropsNews extends Rewriting {
        @Override
        <R> Changes<R> rewritten(Changes<R> c) {
            return new Changes<>(
                    c.accounts(),
                    c.entries(),
                    c.orders(),
                    c.customers(),
                    c.parked(),
                    c.backlogs(),
                    List.of(),
                    c.result());
        }
    }

    /** Puts news in the place of a backlog, so that a subscriber's place is lost. */
    static final class NewsReplaceBacklogs extends BrokenStore {
        @Override
        public <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision) {
            Changes<R> seen = decision.apply(read(scope));
            Scope wider = scope;
            for (Backlog news : seen.news()) {
                wider = wider.backlog(news.key());
            }
            return correct.update(wider, before -> {
                Changes<R> changes = decision.apply(before);
                for (Backlog news : changes.news()) {
                    changes = changes.backlog(news);
                }
                return changes;
            });
        }
    }
}
