package io.tokeneconomy.ledger.store.firestore;

import com.google.firestore.v1.StructuredQuery.FieldFilter.Operator;
import com.google.firestore.v1.Value;
import com.google.protobuf.ByteString;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.store.AccountQuery;
import io.tokeneconomy.ledger.store.Backlog;
import io.tokeneconomy.ledger.store.BacklogQuery;
import io.tokeneconomy.ledger.store.OrderQuery;
import io.tokeneconomy.ledger.store.Page;
import io.tokeneconomy.ledger.store.ParkedQuery;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.ParkedPayment;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Pages of everything but entries. */
final class Listings {

    private static final Value UNRESOLVED =
            Value.newBuilder().setBooleanValue(false).build();

    private final Rpc rpc;
    private final FirestoreCollections collections;

    Listings(Rpc rpc, FirestoreCollections collections) {
        this.rpc = rpc;
        this.collections = collections;
    }

    /** Firestore orders texts by their UTF-8 bytes. */
    Page<AccountId> accounts(AccountQuery query) {
        Select select = new Select(collections.accounts());
        if (query.dueBy() != null) {
            select.where(AccountFields.DUE, Operator.LESS_THAN_OR_EQUAL, Fields.value(query.dueBy()));
        }
        after(select, query.after());
        select.order(AccountFields.USER, false).only(AccountFields.USER);
        return page(select, query.limit(), AccountFields::id);
    }

    Page<Order> orders(OrderQuery query) {
        Select select = new Select(collections.orders());
        if (query.account() != null) {
            select.equal(OrderFields.USER, Fields.value(query.account().value()));
        }
        if (query.state() != null) {
            select.equal(OrderFields.STATE, Fields.value(query.state().name()));
        }
        if (query.before() != null) {
            Value before = Fields.value(query.before().value());
            select.where(OrderFields.ID, Operator.LESS_THAN, before);
        }
        return page(select.order(OrderFields.ID, true), query.limit(), OrderFields::read);
    }

    Page<ParkedPayment> parked(ParkedQuery query) {
        Select select = new Select(collections.parked())
                .equal(OtherFields.RESOLVED, UNRESOLVED)
                .where(OtherFields.SESSION, Operator.GREATER_THAN, Fields.value(query.after()))
                .order(OtherFields.SESSION, false);
        return page(select, query.limit(), OtherFields::parked);
    }

    Page<Backlog> backlogs(BacklogQuery query) {
        Select select =
                new Select(collections.backlogs()).equal(OtherFields.SUBSCRIBER, Fields.value(query.subscriber()));
        after(select, query.after());
        return page(select.order(OtherFields.USER, false), query.limit(), OtherFields::backlog);
    }

    private static void after(Select select, @Nullable AccountId account) {
        if (account != null) {
            select.where(AccountFields.USER, Operator.GREATER_THAN, Fields.value(account.value()));
        }
    }

    private <T> Page<T> page(Select select, int limit, Function<Found, T> reader) {
        List<T> found = rpc.query(select.limit(limit + 1), ByteString.EMPTY).stream()
                .map(document -> Found.read(document, reader))
                .toList();
        return Page.cut(found, limit);
    }
}
