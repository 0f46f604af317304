package io.tokeneconomy.ledger.store;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Counters;
import io.tokeneconomy.ledger.Digest;
import io.tokeneconomy.ledger.Erasure;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.order.Customer;
import io.tokeneconomy.order.CustomerKey;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.PaymentMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Stores that are wrong in one way each in what they erase. */
final class FaultsOfErasure {

    private FaultsOfErasure() {}

    /** Erases otherwise than it is told. */
    abstract static class Erasing extends BrokenStore {
        @Override
        public void erase(Erasure erasure) {
            correct.erase(new Erasure() {
                @Override
                public AccountId account() {
                    return erasure.account();
                }

                @Override
                public AccountId pseudonym() {
                    return erasure.pseudonym();
                }

                @Override
                public Account erase(Account known) {
                    return erased(known, erasure::erase);
                }

                @Override
                public LedgerEntry erase(LedgerEntry entry, Digest salt) {
                    return erased(entry, other -> erasure.erase(other, salt));
                }
            });
        }

        Account erased(Account known, UnaryOperator<Account> rightly) {
            return rightly.apply(known);
        }

        LedgerEntry erased(LedgerEntry entry, UnaryOperator<LedgerEntry> rightly) {
            return rightly.apply(entry);
        }
    }

    /** Gives entries another owner and leaves what was said about them. */
    static final class KeepsDetails extends Erasing {
        @Override
        LedgerEntry erased(LedgerEntry entry, UnaryOperator<LedgerEntry> rightly) {
            LedgerEntry erased = rightly.apply(entry);
            return new LedgerEntry(
                    erased.account(),
                    entry.sequence(),
                    entry.at(),
                    entry.key(),
                    erased.movement(),
                    entry.details(),
                    erased.purchase(),
                    erased.seal());
        }
    }

    /** Keeps the salt, with which everything erased could be tried out. */
    static final class KeepsTheSalt extends Erasing {
        @Override
        Account erased(Account known, UnaryOperator<Account> rightly) {
            return rightly.apply(known).withSalt(known.salt());
        }
    }

    /** Keeps a customer's id. */
    static final class KeepsErasedCustomers extends BrokenStore {
        @Override
        public void erase(Erasure erasure) {
            CustomerKey key = new CustomerKey(erasure.account(), PaymentMode.LIVE);
            Optional<Customer> customer = read(Scope.NOTHING.customer(key)).customer(key);
            correct.erase(erasure);
            customer.ifPresent(id -> correct.update(
                    Scope.NOTHING.customer(key), before -> Changes.none("").customer(key, id)));
        }
    }

    /** Lets the keys of an erased account be used again. */
    static final class FreesKeys extends BrokenStore {
        private final Set<IdempotencyKey> freed = ConcurrentHashMap.newKeySet();

        @Override
        public void erase(Erasure erasure) {
            correct.entries(EntryQuery.newest(erasure.account(), 100)).items().forEach(entry -> freed.add(entry.key()));
            correct.erase(erasure);
        }

        @Override
        public <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision) {
            return correct.update(scope, before -> {
                Parts parts = new Parts(before, scope);
                parts.entries.keySet().removeAll(freed);
                return decision.apply(parts.together());
            });
        }
    }

    /** Erases whatever it is asked to. */
    static final class ErasesOpenAccounts extends Erasing {
        @Override
        Account erased(Account known, UnaryOperator<Account> rightly) {
            return new Account(
                    AccountId.of("erased-1"),
                    Digest.ZERO,
                    known.tip(),
                    known.totals(),
                    known.lots(),
                    known.holds(),
                    known.settings(),
                    Counters.NONE);
        }
    }

    /** Leaves an account's orders with it. */
    static final class KeepsErasedOrders extends BrokenStore {
        @Override
        public void erase(Erasure erasure) {
            List<Order> orders = correct.orders(new OrderQuery(erasure.account(), null, null, 100))
                    .items();
            correct.erase(erasure);
            for (Order order : orders) {
                correct.update(
                        Scope.NOTHING.order(order.id()),
                        before -> Changes.none("").order(order));
            }
        }
    }

    /** Goes on telling subscribers of an account that is gone. */
    static final class KeepsErasedBacklogs extends BrokenStore {
        @Override
        public void erase(Erasure erasure) {
            BacklogKey key = new BacklogKey("mail", erasure.account());
            Optional<Backlog> backlog = read(Scope.NOTHING.backlog(key)).backlog(key);
            correct.erase(erasure);
            backlog.ifPresent(kept -> correct.update(
                    Scope.NOTHING.backlog(key), before -> Changes.none("").backlog(kept)));
        }
    }

    /** Finds a history under the name that was erased. */
    static final class RemembersNames extends BrokenStore {
        private final Map<AccountId, AccountId> names = new ConcurrentHashMap<>();

        @Override
        public void erase(Erasure erasure) {
            correct.erase(erasure);
            names.put(erasure.account(), erasure.pseudonym());
        }

        @Override
        public Page<LedgerEntry> entries(EntryQuery query) {
            AccountId name = names.getOrDefault(query.account(), query.account());
            return correct.entries(
                    new EntryQuery(name, query.filter(), query.newestFirst(), query.beyond(), query.limit()));
        }
    }

    /** Fails when there is nothing left to erase. */
    static final class ErasesOnce extends BrokenStore {
        @Override
        public void erase(Erasure erasure) {
            Scope scope = Scope.NOTHING.account(erasure.account());
            if (correct.read(scope).account(erasure.account()).sequence() == 0) {
                throw StoreException.broken("there is no account " + erasure.account(), new IllegalStateException());
            }
            correct.erase(erasure);
        }
    }
}
