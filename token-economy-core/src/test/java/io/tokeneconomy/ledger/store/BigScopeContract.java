package io.tokeneconomy.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.Verification;
import io.tokeneconomy.ledger.rules.Histories.Request;
import io.tokeneconomy.order.CustomerKey;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.order.PaymentMode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Scopes that name as much as is allowed. */
abstract class BigScopeContract extends ReversalContract {

    @Nested
    class BigScopes {

        @Test
        void aThousandAccountsInOneUpdate() {
            TreeSet<AccountId> ids = new TreeSet<>();
            IntStream.range(0, 1_000).forEach(i -> ids.add(AccountId.of("a" + i)));
            Scope scope = Scope.of(ids, Set.of());
            for (int round = 1; round <= 2; round++) {
                int next = round;
                int written = store().update(scope, before -> appendToEach(before, ids, next));
                assertThat(written).isEqualTo(1_000);
            }
            Snapshot after = store().read(scope);
            assertThat(ids)
                    .allSatisfy(id -> assertThat(after.account(id).sequence()).isEqualTo(2));
            assertThat(ids)
                    .allSatisfy(id -> assertThat(after.account(id).lots()).isEqualTo(Samples.lots()));
        }

        @Test
        void manyOperationsAreBookedTogetherAndOnce() {
            List<Request> bulk = IntStream.range(0, 1_000)
                    .mapToObj(i -> new Request(grant(AccountId.of("a" + i % 20), 1 + i, "bulk-" + i), Samples.NOW))
                    .toList();
            List<Object> booked = books().applyAll(bulk);
            assertThat(booked)
                    .hasSize(1_000)
                    .allSatisfy(answer -> assertThat(answer).isInstanceOf(Outcome.Applied.class));
            assertThat(books().applyAll(bulk))
                    .isEqualTo(booked.stream()
                            .map(answer -> new Outcome.Replayed(((Outcome.Applied) answer).entry()))
                            .toList());
            for (int i = 0; i < 20; i++) {
                AccountId id = AccountId.of("a" + i);
                assertThat(books().account(id).balance()).isEqualTo(50L * (1 + i) + 20 * (49 * 50 / 2));
                assertThat(books().verify(id)).isInstanceOf(Verification.Intact.class);
            }
        }

        @Test
        void asManyThingsAsAScopeMayName() {
            granted(ALICE, 2);
            write(Samples.order(1, ALICE));
            TreeSet<IdempotencyKey> keys = new TreeSet<>((a, b) -> a.value().compareTo(b.value()));
            TreeSet<AccountId> accounts = new TreeSet<>(List.of(ALICE));
            TreeSet<CustomerKey> customers = new TreeSet<>();
            TreeSet<String> sessions = new TreeSet<>();
            TreeSet<OrderId> orders = new TreeSet<>();
            LongStream.rangeClosed(1, 1_999).forEach(i -> accounts.add(AccountId.of("a" + i)));
            LongStream.rangeClosed(1, 2_000).forEach(i -> keys.add(IdempotencyKey.of("alice-" + i)));
            IntStream.range(0, 2_000).forEach(i -> orders.add(Samples.orderId(i)));
            IntStream.range(0, 2_000).forEach(i -> sessions.add("cs_" + i));
            IntStream.range(0, 2_000)
                    .forEach(i -> customers.add(new CustomerKey(AccountId.of("c" + i), PaymentMode.LIVE)));
            Snapshot found = store().read(new Scope(accounts, keys, orders, customers, sessions, new TreeSet<>()));
            assertThat(found.account(ALICE).sequence()).isEqualTo(2);
            assertThat(keys.stream().filter(key -> found.entry(key).isPresent()))
                    .hasSize(2);
            assertThat(orders.stream().filter(id -> found.order(id).isPresent()))
                    .hasSize(1);
            assertThat(customers.stream().filter(key -> found.customer(key).isPresent()))
                    .isEmpty();
            assertThat(sessions.stream().filter(id -> found.parked(id).isPresent()))
                    .isEmpty();
        }

        private Changes<Integer> appendToEach(Snapshot before, Set<AccountId> ids, int sequence) {
            List<LedgerEntry> entries = ids.stream()
                    .map(id -> Samples.entry(id, sequence, id + "-" + sequence))
                    .toList();
            List<Account> accounts = entries.stream()
                    .filter(entry -> before.account(entry.account()).sequence() == sequence - 1)
                    .map(entry -> Samples.after(entry, Samples.lots()))
                    .toList();
            return Changes.none(accounts.size()).booking(accounts, entries);
        }
    }
}
