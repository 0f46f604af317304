package io.tokeneconomy.ledger.engine;

import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Outcome;
import java.util.List;

/** Books what the engine itself asks for, also under reserved keys. Listeners hear of what was booked, not of refusals. */
@FunctionalInterface
interface Bookings {

    /**
     * {@return the outcome of the last operation when all of them stand; otherwise the first refusal, then none of them
     * was booked}
     *
     * @param operations one or more
     */
    Outcome book(List<Operation> operations);
}
