package io.tokeneconomy.ledger.store.firestore;

import com.google.firestore.v1.Document;
import com.google.firestore.v1.Precondition;
import com.google.firestore.v1.StructuredQuery;
import com.google.firestore.v1.Write;
import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.Erasure;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.order.CustomerKey;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.PaymentMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Erases an account in steps, each a transaction of its own, because a long history does not fit into one:
 *
 * <ol>
 *   <li>Entries and orders move to the pseudonym, page by page.
 *   <li>When none is left, backlogs and customers are deleted and the account itself moves, all in one transaction that
 *       also looks whether there is still none.
 * </ol>
 *
 * As long as the account is there, something may be left to do; so an interrupted erasure is finished by the next one.
 */
final class Erasing {

    /** Erased entries are small; this many stay far below the largest request. */
    private static final int STEP = 300;

    private final Layout layout;
    private final FirestoreCollections collections;
    private final Transactions transactions;
    private final Erasure erasure;

    Erasing(Layout layout, Transactions transactions, Erasure erasure) {
        this.layout = layout;
        this.collections = layout.collections();
        this.transactions = transactions;
        this.erasure = erasure;
    }

    /** @throws io.tokeneconomy.error.InvalidValueException when the account is not closed */
    void run(Patience patience) {
        boolean more = true;
        while (more) {
            more = transactions.run(patience, this::step);
        }
    }

    /** {@return whether there is more to do} */
    private boolean step(Attempt attempt) {
        String document = layout.account(erasure.account());
        Account known = attempt.get(Set.of(document))
                .snapshot(Scope.NOTHING.account(erasure.account()), layout)
                .account(erasure.account());
        if (known.sequence() == 0) {
            attempt.rollback();
            return false;
        }
        Account erased = erasure.erase(known);
        List<Write> writes = new ArrayList<>();
        entries(attempt, known, writes);
        orders(attempt, writes);
        boolean more = !writes.isEmpty();
        if (!more) {
            more = backlogs(attempt, writes);
        }
        if (!more) {
            account(erased, document, writes);
        }
        attempt.commit(writes);
        return more;
    }

    /** Documents of an earlier system have no sequence: they are not ours to read. */
    private void entries(Attempt attempt, Account known, List<Write> writes) {
        StructuredQuery ours = of(collections.transactions())
                .order(EntryFields.SEQUENCE, false)
                .limit(STEP);
        for (Document document : attempt.query(ours)) {
            LedgerEntry entry = Found.read(document, EntryFields::read);
            writes.add(put(document.getName(), EntryFields.write(erasure.erase(entry, known.salt()))));
        }
    }

    private void orders(Attempt attempt, List<Write> writes) {
        for (Document document : attempt.query(of(collections.orders()).limit(STEP))) {
            Order order = Found.read(document, OrderFields::read).ownedBy(erasure.pseudonym());
            writes.add(put(document.getName(), OrderFields.write(order)));
        }
    }

    private boolean backlogs(Attempt attempt, List<Write> writes) {
        List<Document> found = attempt.query(of(collections.backlogs()).limit(STEP));
        found.forEach(document -> writes.add(delete(document.getName())));
        return found.size() == STEP;
    }

    private void account(Account erased, String document, List<Write> writes) {
        for (PaymentMode mode : PaymentMode.values()) {
            writes.add(delete(layout.customer(new CustomerKey(erasure.account(), mode))));
        }
        writes.add(put(layout.account(erased.id()), AccountFields.write(erased)));
        writes.add(delete(document));
    }

    private static Write put(String document, Fields fields) {
        return Writes.put(document, fields, Precondition.getDefaultInstance());
    }

    private static Write delete(String document) {
        return Write.newBuilder().setDelete(document).build();
    }

    private Select of(String collection) {
        return new Select(collection)
                .equal(AccountFields.USER, Fields.value(erasure.account().value()));
    }
}
