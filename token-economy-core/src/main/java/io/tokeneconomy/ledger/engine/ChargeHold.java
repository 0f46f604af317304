package io.tokeneconomy.ledger.engine;

import io.tokeneconomy.ledger.Charge;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.ExtendHold;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.PlaceHold;
import io.tokeneconomy.ledger.Release;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The hold of one attempt at a charge, and what is done to it, under keys derived from the charge's.
 *
 * @param charge what was asked for
 * @param attempt the number of the attempt, from 1
 */
record ChargeHold(Charge charge, int attempt) {

    /** Metadata of a hold's entry that names the run that placed it. */
    static final String RUN = "te:run";

    IdempotencyKey key() {
        return derived("hold:" + attempt);
    }

    PlaceHold place(String run) {
        Map<String, String> metadata = new HashMap<>(charge.details().metadata());
        metadata.put(RUN, run);
        Details details = charge.details().withMetadata(metadata);
        return new PlaceHold(charge.account(), charge.cost(), key(), charge.timeout(), charge.member(), details);
    }

    Release release() {
        return Release.of(charge.account(), key(), derived("release:" + attempt))
                .withDetails(charge.details());
    }

    ExtendHold extension(int number, Duration timeout) {
        IdempotencyKey key = derived("extend:" + attempt + ":" + number);
        return ExtendHold.of(charge.account(), key(), timeout, key).withDetails(charge.details());
    }

    private IdempotencyKey derived(String step) {
        return IdempotencyKey.reserved("charge", step + ":" + charge.key().value());
    }
}
