package io.tokeneconomy.fulfilment;

import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.order.Order;
import java.util.Optional;
import java.util.function.Function;

/** Where decisions are made: in the store for good, or only to see what they would be. */
interface Decisions {

    /** Empty when the decision was: somebody else came first, and it has to be made anew. */
    Optional<FulfilmentResult> make(Scope scope, Function<Snapshot, Changes<Optional<FulfilmentResult>>> decision);

    /** The same about an order whose money was received. */
    Optional<FulfilmentResult> onMoney(
            Order order, Scope scope, Function<Snapshot, Changes<Optional<FulfilmentResult>>> decision);
}
