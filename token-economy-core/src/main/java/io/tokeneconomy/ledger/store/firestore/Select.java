package io.tokeneconomy.ledger.store.firestore;

import com.google.firestore.v1.ArrayValue;
import com.google.firestore.v1.StructuredQuery;
import com.google.firestore.v1.StructuredQuery.CollectionSelector;
import com.google.firestore.v1.StructuredQuery.CompositeFilter;
import com.google.firestore.v1.StructuredQuery.Direction;
import com.google.firestore.v1.StructuredQuery.FieldFilter;
import com.google.firestore.v1.StructuredQuery.FieldFilter.Operator;
import com.google.firestore.v1.StructuredQuery.FieldReference;
import com.google.firestore.v1.StructuredQuery.Filter;
import com.google.firestore.v1.StructuredQuery.Order;
import com.google.firestore.v1.StructuredQuery.Projection;
import com.google.firestore.v1.Value;
import com.google.protobuf.Int32Value;
import java.util.List;

/** A query of one collection. */
final class Select {

    private final StructuredQuery.Builder query = StructuredQuery.newBuilder();
    private final CompositeFilter.Builder where = CompositeFilter.newBuilder().setOp(CompositeFilter.Operator.AND);

    Select(String collection) {
        query.addFrom(CollectionSelector.newBuilder().setCollectionId(collection));
    }

    Select where(String field, Operator operator, Value value) {
        FieldFilter filter = FieldFilter.newBuilder()
                .setField(reference(field))
                .setOp(operator)
                .setValue(value)
                .build();
        where.addFilters(Filter.newBuilder().setFieldFilter(filter));
        return this;
    }

    Select equal(String field, Value value) {
        return where(field, Operator.EQUAL, value);
    }

    Select in(String field, List<Value> values) {
        ArrayValue any = ArrayValue.newBuilder().addAllValues(values).build();
        return where(field, Operator.IN, Value.newBuilder().setArrayValue(any).build());
    }

    Select order(String field, boolean descending) {
        query.addOrderBy(Order.newBuilder()
                .setField(reference(field))
                .setDirection(descending ? Direction.DESCENDING : Direction.ASCENDING));
        return this;
    }

    /** Only this field of each document. */
    Select only(String field) {
        query.setSelect(Projection.newBuilder().addFields(reference(field)));
        return this;
    }

    StructuredQuery limit(int limit) {
        if (where.getFiltersCount() > 0) {
            query.setWhere(Filter.newBuilder().setCompositeFilter(where));
        }
        return query.setLimit(Int32Value.of(limit)).build();
    }

    private static FieldReference reference(String field) {
        return FieldReference.newBuilder().setFieldPath(field).build();
    }
}
