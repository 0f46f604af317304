package io.tokeneconomy.ledger.store.firestore;

import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.FirestoreOptions;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Erasure;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.store.AccountQuery;
import io.tokeneconomy.ledger.store.Backlog;
import io.tokeneconomy.ledger.store.BacklogQuery;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.EntryQuery;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.OrderQuery;
import io.tokeneconomy.ledger.store.Page;
import io.tokeneconomy.ledger.store.ParkedQuery;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.ledger.store.StoreException;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.ParkedPayment;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Keeps everything in Google's Firestore, in native mode; any number of processes on any number of machines may share
 * a database. Needs {@code com.google.cloud:google-cloud-firestore} on the class path, and the indexes of {@code
 * firestore.indexes.json} beside this class.
 *
 * <p>An update:
 *
 * <ol>
 *   <li>waits for its turn among this process's updates that name the same things, first come first served;
 *   <li>is decided on the accounts as this process remembers them, and committed on condition that they are still so
 *       and that no key is taken: one round trip;
 *   <li>where that cannot be, or fails, reads its whole scope as of one moment, decides, and commits on the same kind of
 *       conditions; in a transaction of Firestore where something is only looked at but must not change. What another
 *       process has changed meanwhile makes it start again, after pauses that grow, until {@link
 *       FirestoreStoreOptions#patience()} is over;
 *   <li>returns.
 * </ol>
 *
 * A commit that fails is told apart from one whose outcome is unknown ({@link StoreException#outcomeUnknown()}): no
 * commit is ever sent twice.
 *
 * <p>Firestore's limits hold: an update writes at most 10 MiB, a document at most 1 MiB. An account with {@value
 * io.tokeneconomy.ledger.LedgerLimits#MAX_LOTS} lots and as many holds is far below that as long as a hold takes from
 * few lots; see {@code docs/stores.md}. What is too large is refused with a {@link StoreException} that is not
 * retryable, and nothing of it is written.
 *
 * <p>Thread-safe. A thread that is interrupted while it waits for its turn, or between two attempts, gets a retryable
 * {@link StoreException} and stays interrupted. A decision must not update or close the store it runs in; that throws
 * {@link IllegalStateException}.
 */
public final class FirestoreLedgerStore implements LedgerStore {

    private final Rpc rpc;
    private final Layout layout;
    private final FirestoreStoreOptions options;
    private final Transactions transactions;
    private final KnownAccounts known;
    private final Updates updates;
    private final Gate gate = new Gate();

    private FirestoreLedgerStore(Rpc rpc, FirestoreStoreOptions options) {
        this.rpc = rpc;
        this.options = options;
        this.layout = new Layout(rpc, options.collections());
        this.transactions = new Transactions(rpc);
        this.known = new KnownAccounts(options.remembered());
        this.updates = new Updates(rpc, layout, transactions, known);
    }

    /** {@return a store with {@link FirestoreStoreOptions#DEFAULT}} See {@link #on(Firestore, FirestoreStoreOptions)}. */
    @SuppressWarnings("exports") // Firestore's jars are no modules
    public static FirestoreLedgerStore on(Firestore firestore) {
        return on(firestore, FirestoreStoreOptions.DEFAULT);
    }

    /**
     * {@return a store on the database of that client} It opens a connection of its own with the same project, database,
     * credentials and channel: the client would repeat a commit whose answer was lost, and hide what became of the first
     * one. Nothing is read or written yet.
     *
     * @param firestore whose options count; it may be closed before the store, and stays open after it
     * @param options how the store behaves
     * @throws StoreException when no connection can be made
     */
    @SuppressWarnings("exports") // Firestore's jars are no modules
    public static FirestoreLedgerStore on(Firestore firestore, FirestoreStoreOptions options) {
        FirestoreOptions database = firestore.getOptions();
        return new FirestoreLedgerStore(Rpc.connect(database, options.patience()), options);
    }

    /** {@return 8: documents are locked one by one, so different accounts do not wait for each other} */
    @Override
    public int writers() {
        return 8;
    }

    @Override
    public <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision) {
        return gate.inUpdate(() -> updates.update(scope, decision, patience()));
    }

    @Override
    public Snapshot read(Scope scope) {
        Set<String> documents = layout.documents(scope);
        return documents.isEmpty()
                ? new Documents(List.of()).snapshot(scope, layout)
                : reading(() -> new Documents(rpc.get(documents)).snapshot(scope, layout));
    }

    @Override
    public Page<LedgerEntry> entries(EntryQuery query) {
        return reading(() -> new EntryPages(rpc, options.collections().transactions()).page(query));
    }

    @Override
    public Page<Order> orders(OrderQuery query) {
        return reading(() -> listings().orders(query));
    }

    @Override
    public Page<ParkedPayment> parked(ParkedQuery query) {
        return reading(() -> listings().parked(query));
    }

    @Override
    public Page<AccountId> accounts(AccountQuery query) {
        return reading(() -> listings().accounts(query));
    }

    @Override
    public Page<Backlog> backlogs(BacklogQuery query) {
        return reading(() -> listings().backlogs(query));
    }

    /**
     * {@inheritDoc} A long history takes several transactions; until the last one it is found partly under the account
     * and partly under its pseudonym, and whoever reads meanwhile sees gaps.
     */
    @Override
    public void erase(Erasure erasure) {
        gate.inUpdate(() -> {
            Set<String> documents = Set.of(layout.account(erasure.account()), layout.account(erasure.pseudonym()));
            Patience patience = patience();
            Turns.Turn turn = updates.turns().take(documents, patience);
            try {
                known.forget(List.of(erasure.account(), erasure.pseudonym()));
                new Erasing(layout, transactions, erasure).run(patience);
                return erasure;
            } finally {
                turn.close();
            }
        });
    }

    @Override
    public void close() {
        gate.close(rpc::close);
    }

    private Listings listings() {
        return new Listings(rpc, options.collections());
    }

    private <T> T reading(Supplier<T> read) {
        return gate.in(() -> transactions.read(patience(), read));
    }

    private Patience patience() {
        return new Patience(options.patience());
    }
}
