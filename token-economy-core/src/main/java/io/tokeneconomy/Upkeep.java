package io.tokeneconomy;

import io.tokeneconomy.event.engine.OutboxEngine;
import io.tokeneconomy.internal.Background;
import io.tokeneconomy.ledger.Ledger;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.topup.engine.TopUpEngine;
import io.tokeneconomy.topup.engine.TopUpWatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What an economy does by itself in the background, in daemon threads. */
final class Upkeep implements AutoCloseable {

    /** Accounts of one step; between steps a close is heard. */
    private static final int STEP = 100;

    /** After a start, before the first reconciliation. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private final List<Background> tasks;
    private final OutboxEngine outbox;

    private Upkeep(List<Background> tasks, OutboxEngine outbox) {
        this.tasks = List.copyOf(tasks);
        this.outbox = outbox;
    }

    /** Starts what has a pause; zero switches off what it is for. */
    static Upkeep start(
            TokenEconomyBuilder pauses,
            LedgerStore store,
            Ledger ledger,
            OutboxEngine outbox,
            BooleanSupplier reconciliation,
            @Nullable TopUpEngine topUps,
            TopUpWatch watch) {
        if (!pauses.dispatchEvery.isZero()) {
            outbox.start(pauses.dispatchEvery);
        }
        List<Background> tasks = new ArrayList<>();
        Duration sweep = pauses.sweepEvery;
        if (!sweep.isZero()) {
            OnOneNode one = new OnOneNode(store, "sweep", sweep, pauses.time, () -> sweep(ledger));
            tasks.add(Background.start("token-economy-sweep", () -> one.rest(jittered(sweep)), one));
        }
        if (!pauses.reconcileEvery.isZero()) {
            Supplier<Duration> pause = soonThenEvery(pauses.reconcileEvery);
            OnOneNode one = new OnOneNode(store, "reconciliation", pauses.reconcileEvery, pauses.time, reconciliation);
            tasks.add(Background.start("token-economy-reconciliation", () -> one.rest(pause.get()), one));
        }
        if (topUps != null && !pauses.topUpEvery.isZero()) {
            tasks.addAll(topUps(topUps, watch, pauses.topUpEvery));
        }
        return new Upkeep(tasks, outbox);
    }

    private static List<Background> topUps(TopUpEngine topUps, TopUpWatch watch, Duration pause) {
        Background news = Background.start("token-economy-top-up", () -> pause, () -> {
            topUps.lookAtNews();
            return false;
        });
        watch.wakes(news::wake);
        return List.of(
                news, Background.start("token-economy-top-up-sweep", soonThenEvery(pause), () -> topUps.run(STEP)));
    }

    /** What was missed while nothing ran is wanted soon. */
    private static Supplier<Duration> soonThenEvery(Duration pause) {
        AtomicBoolean first = new AtomicBoolean(true);
        return () -> first.getAndSet(false) ? SOON : jittered(pause);
    }

    @Override
    public void close() {
        Background.closeAll(tasks);
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
