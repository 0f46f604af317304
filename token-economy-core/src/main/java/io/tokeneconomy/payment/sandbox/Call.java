package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;

/**
 * One request to an operation, inside of its atomic step.
 *
 * @param id the object that the address names; empty when it names none
 */
record Call(Tx tx, String id, Params params) {

    /** The object that the address names. */
    JsonObject target(Kind kind) {
        return tx.find(kind, id).orElseThrow(() -> StripeError.notFound(kind, "id", id));
    }
}
