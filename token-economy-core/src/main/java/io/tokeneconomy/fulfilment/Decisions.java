package io.tokeneconomy.fulfilment;

import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import java.util.function.Function;

/** Where decisions are made: in the store for good, or only to see what they would be. */
@FunctionalInterface
interface Decisions {

    FulfilmentResult make(Scope scope, Function<Snapshot, Changes<FulfilmentResult>> decision);
}
