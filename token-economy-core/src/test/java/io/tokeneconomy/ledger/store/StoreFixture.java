package io.tokeneconomy.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Lot;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.Spend;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderId;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What every part of the contract needs: a store opened for each test, and short words to use it. */
abstract class StoreFixture {

    static final AccountId ALICE = AccountId.of("alice");
    static final AccountId BOB = AccountId.of("bob");

    private LedgerStore store;
    private Bookkeeper books;

    /** {@return a store on new, empty data of its own; called once for each test, closed by the contract} */
    protected abstract LedgerStore open();

    @BeforeEach
    final void openStore() {
        store = open();
        books = new Bookkeeper(store);
    }

    @AfterEach
    final void closeStore() {
        if (store != null) {
            store.close();
        }
    }

    /** {@return the store under test} */
    protected final LedgerStore store() {
        return store;
    }

    /** {@return the store under test, used by the real rules} */
    protected final Bookkeeper books() {
        return books;
    }

    static Grant grant(AccountId account, long amount, String key) {
        return Grant.of(account, amount, IdempotencyKey.of(key));
    }

    static Spend spend(AccountId account, long amount, String key) {
        return Spend.of(account, amount, IdempotencyKey.of(key));
    }

    final Outcome granted(AccountId account, long amount, String key) {
        return books.apply(grant(account, amount, key), Samples.NOW);
    }

    final Outcome spent(AccountId account, long amount, String key) {
        return books.apply(spend(account, amount, key), Samples.NOW);
    }

    /** Gives an account so many entries, keyed {@code account-1}, {@code account-2}… */
    final void granted(AccountId account, int entries) {
        LongStream.rangeClosed(1, entries).forEach(i -> granted(account, 1, account + "-" + i));
    }

    /** Writes an entry as it is, with the account's state after it. */
    final void write(LedgerEntry entry, List<Lot> lots) {
        write(entry, Samples.after(entry, lots));
    }

    final void write(LedgerEntry entry, Account after) {
        store.update(
                Scope.NOTHING.account(entry.account()).key(entry.key()),
                before -> Changes.none("").booking(after, List.of(entry)));
    }

    final void write(Order order) {
        store.update(Scope.NOTHING.order(order.id()), before -> Changes.none("").order(order));
    }

    final Optional<Order> order(OrderId id) {
        return store.read(Scope.NOTHING.order(id)).order(id);
    }

    final Optional<LedgerEntry> entry(IdempotencyKey key) {
        return store.read(Scope.NOTHING.key(key)).entry(key);
    }

    final long sequence(AccountId id) {
        return books.account(id).sequence();
    }

    final void assertNothingWritten() {
        assertThat(store.accounts(AccountQuery.after(null, 10)).items()).isEmpty();
        assertThat(store.entries(EntryQuery.newest(ALICE, 10)).items()).isEmpty();
        assertThat(store.orders(OrderQuery.newest(10)).items()).isEmpty();
        assertThat(store.parked(new ParkedQuery("", 10)).items()).isEmpty();
    }
}
