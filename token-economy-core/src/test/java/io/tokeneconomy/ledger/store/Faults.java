package io.tokeneconomy.ledger.store;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.order.Customer;
import io.tokeneconomy.order.CustomerKey;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.ParkedPayment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Stores that are wrong in one way each. */
final class Faults {

    private Faults() {}

    /** Writes an update in several steps; a later one that fails leaves the earlier ones. */
    static final class NotAtomic extends BrokenStore {
        @Override
        public <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision) {
            Changes<R> all = decision.apply(read(scope));
            correct.update(scope, now -> withoutBookings(all));
            for (Account account : all.accounts()) {
                List<LedgerEntry> own = all.entries().stream()
                        .filter(entry -> entry.account().equals(account.id()))
                        .toList();
                correct.update(scope, now -> Changes.none("").booking(account, own));
            }
            return all.result();
        }

        private static Changes<String> withoutBookings(Changes<?> all) {
            return new Changes<>(
                    List.of(), List.of(), all.orders(), all.customers(), all.parked(), all.backlogs(), all.news(), "");
        }
    }

    /** Decides on an unprotected snapshot; when another update was faster, the change is silently dropped. */
    static final class LosesUpdates extends BrokenStore {
        @Override
        public <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision) {
            Snapshot seen = read(scope);
            Changes<R> changes = decision.apply(seen);
            changes.requireFitting(seen);
            LockSupport.parkNanos(200_000);
            try {
                return correct.update(scope, now -> changes);
            } catch (IllegalArgumentException e) {
                return changes.result();
            }
        }
    }

    /** Finds no entry by its key. */
    static final class ForgetsKeys extends BrokenStore {
        @Override
        public <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision) {
            return correct.update(scope, before -> {
                Parts parts = new Parts(before, scope);
                parts.entries.clear();
                return decision.apply(parts.together());
            });
        }
    }

    /** Changes an account's first entry once there are more. */
    static final class AltersOldEntries extends BrokenStore {
        @Override
        public Page<LedgerEntry> entries(EntryQuery query) {
            Page<LedgerEntry> page = correct.entries(query);
            boolean grown = read(Scope.NOTHING.account(query.account()))
                            .account(query.account())
                            .sequence()
                    > 5;
            return new Page<>(
                    page.items().stream()
                            .map(e -> grown && e.sequence() == 1 ? altered(e) : e)
                            .toList(),
                    page.hasMore());
        }

        private static LedgerEntry altered(LedgerEntry entry) {
            return new LedgerEntry(
                    entry.account(),
                    entry.sequence(),
                    entry.at(),
                    entry.key(),
                    entry.movement(),
                    Details.NONE.withDescription("edited"),
                    entry.purchase(),
                    entry.seal());
        }
    }

    /** Begins every page with the last entry of the page before. */
    static final class RepeatsAnEntryPerPage extends BrokenStore {
        @Override
        public Page<LedgerEntry> entries(EntryQuery query) {
            long beyond = query.beyond() + (query.newestFirst() ? 1 : -1);
            boolean edge = query.beyond() == 0 || query.beyond() == Long.MAX_VALUE;
            return correct.entries(new EntryQuery(
                    query.account(),
                    query.filter(),
                    query.newestFirst(),
                    edge ? query.beyond() : beyond,
                    query.limit()));
        }
    }

    /** Says that there is more whenever a page is full. */
    static final class GuessesThatThereIsMore extends BrokenStore {
        @Override
        public Page<Order> orders(OrderQuery query) {
            Page<Order> page = correct.orders(query);
            return new Page<>(page.items(), page.items().size() == query.limit());
        }
    }

    /** Lets readers see changes before they are committed. */
    static final class ShowsUncommittedChanges extends BrokenStore {
        private volatile List<Account> uncommitted = List.of();

        @Override
        public <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision) {
            return correct.update(scope, before -> {
                Changes<R> changes = decision.apply(before);
                uncommitted = changes.accounts();
                LockSupport.parkNanos(200_000);
                uncommitted = List.of();
                return changes;
            });
        }

        @Override
        public Snapshot read(Scope scope) {
            List<Account> dirty = uncommitted;
            Parts parts = new Parts(correct.read(scope), scope);
            dirty.forEach(account -> parts.accounts.replace(account.id(), account));
            return parts.together();
        }
    }

    /** Lets readers wait for the decision of a running update. */
    static final class BlocksReaders extends BrokenStore {
        @Override
        public synchronized <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision) {
            return correct.update(scope, decision);
        }

        @Override
        public synchronized Snapshot read(Scope scope) {
            return correct.read(scope);
        }
    }

    /** Answers before the commit. */
    static final class AnswersTooEarly extends BrokenStore {
        @Override
        public <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision) {
            CompletableFuture<R> result = new CompletableFuture<>();
            CompletableFuture<Void> commit = CompletableFuture.runAsync(() -> correct.update(scope, before -> {
                Changes<R> changes = decision.apply(before);
                result.complete(changes.result());
                LockSupport.parkNanos(500_000);
                return changes;
            }));
            CompletableFuture.anyOf(result, commit).join();
            return result.join();
        }
    }

    /** Hides what went wrong in the decision. */
    static final class WrapsFailures extends BrokenStore {
        @Override
        public <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision) {
            try {
                return correct.update(scope, decision);
            } catch (RuntimeException e) {
                throw e instanceof StoreException known ? known : StoreException.broken("update failed", e);
            }
        }
    }

    /** Never forgets a customer. */
    static final class KeepsCustomers extends BrokenStore {
        @Override
        public <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision) {
            return correct.update(scope, before -> {
                Changes<R> changes = decision.apply(before);
                Map<CustomerKey, Optional<Customer>> kept = new HashMap<>(changes.customers());
                kept.values().removeIf(Optional::isEmpty);
                return new Changes<>(
                        changes.accounts(),
                        changes.entries(),
                        changes.orders(),
                        kept,
                        changes.parked(),
                        changes.backlogs(),
                        changes.news(),
                        changes.result());
            });
        }
    }

    /** Forgets what a customer allowed. */
    static final class DropsTopUps extends BrokenStore {
        @Override
        public <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision) {
            return correct.update(scope, before -> {
                Changes<R> changes = decision.apply(before);
                Map<CustomerKey, Optional<Customer>> bare = new HashMap<>(changes.customers());
                bare.replaceAll((key, customer) -> customer.map(known -> Customer.of(known.id())));
                return new Changes<>(
                        changes.accounts(),
                        changes.entries(),
                        changes.orders(),
                        bare,
                        changes.parked(),
                        changes.backlogs(),
                        changes.news(),
                        changes.result());
            });
        }
    }

    /** Parks a payment with its metadata lost. */
    static final class DropsMetadata extends BrokenStore {
        @Override
        public Snapshot read(Scope scope) {
            Parts parts = new Parts(correct.read(scope), scope);
            parts.parked.replaceAll((id, payment) -> bare(payment));
            return parts.together();
        }

        private static ParkedPayment bare(ParkedPayment p) {
            return new ParkedPayment(
                    p.sessionId(),
                    p.mode(),
                    p.reason(),
                    p.orderId(),
                    p.amountMinor(),
                    p.currency(),
                    Map.of(),
                    p.parkedAt(),
                    p.resolvedAt());
        }
    }

    /** Lists payments nobody needs to look at any more. */
    static final class ListsResolvedPayments extends BrokenStore {
        private final NavigableMap<String, ParkedPayment> all = new ConcurrentSkipListMap<>();

        @Override
        public <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision) {
            return correct.update(scope, before -> {
                Changes<R> changes = decision.apply(before);
                changes.parked().forEach(payment -> all.put(payment.sessionId(), payment));
                return changes;
            });
        }

        @Override
        public Page<ParkedPayment> parked(ParkedQuery query) {
            var after = all.tailMap(query.after(), false).values().stream();
            return Page.cut(after.limit(query.limit() + 1L).toList(), query.limit());
        }
    }

    /** Works on after it was closed. */
    static final class IgnoresClose extends BrokenStore {
        @Override
        public void close() {}
    }
}
