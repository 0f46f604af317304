package io.tokeneconomy.example.benchmark.reading;

import io.tokeneconomy.example.benchmark.contender.Contenders;
import io.tokeneconomy.example.benchmark.contender.Place;
import io.tokeneconomy.example.benchmark.contender.ours.OurLedger;

/** Books a long and a short history, then reads both, first unmeasured, then measured. */
final class Reading {

    /** How many entries the short history has. */
    static final long SHORT = 10;

    private static final int ROUNDS = 4_000;
    private static final int MOST_SECONDS = 20;

    private final ReadingSpec spec;

    Reading(ReadingSpec spec) {
        this.spec = spec;
    }

    /** {@return the figures} Throws when something was read that was not booked. */
    ReadingResult run() {
        Place place = new Place(spec.url(), false);
        try (OurLedger ours = Contenders.open(spec.contenderClass(), OurLedger.class, place)) {
            History longer = History.book(ours.ledger(), "long", spec.entries());
            History shorter = History.book(ours.ledger(), "short", SHORT);
            new Rounds(longer, shorter).run(ROUNDS, MOST_SECONDS);
            Rounds measured = new Rounds(longer, shorter);
            measured.run(ROUNDS, MOST_SECONDS);
            return measured.result(spec);
        }
    }
}
