package io.tokeneconomy;

import io.tokeneconomy.event.engine.OutboxEngine;
import io.tokeneconomy.internal.Background;
import io.tokeneconomy.ledger.Ledger;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** What an economy does by itself in the background, in daemon threads. */
final class Upkeep implements AutoCloseable {

    /** Accounts of one step; between steps a close is heard. */
    private static final int STEP = 100;

    private final List<Background> sweeps;
    private final OutboxEngine outbox;

    private Upkeep(List<Background> sweeps, OutboxEngine outbox) {
        this.sweeps = sweeps;
        this.outbox = outbox;
    }

    /** A pause of zero switches off what it is for. */
    static Upkeep start(Ledger ledger, Duration sweepEvery, OutboxEngine outbox, Duration dispatchEvery) {
        if (!dispatchEvery.isZero()) {
            outbox.start(dispatchEvery);
        }
        List<Background> sweeps = sweepEvery.isZero()
                ? List.of()
                : List.of(Background.start("token-economy-sweep", () -> jittered(sweepEvery), () -> sweep(ledger)));
        return new Upkeep(sweeps, outbox);
    }

    @Override
    public void close() {
        Background.closeAll(sweeps);
        outbox.close();
    }

    private static boolean sweep(Ledger ledger) {
        return ledger.sweep(STEP).more();
    }

    private static Duration jittered(Duration pause) {
        long quarter = pause.toMillis() / 4;
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(-quarter, quarter + 1));
    }
}
