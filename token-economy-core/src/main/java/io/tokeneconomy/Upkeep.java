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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an economy does by itself in the background, in daemon threads. */
final class Upkeep implements AutoCloseable {

    /** Accounts of one step; between steps a close is heard. */
    private static final int STEP = 100;

    /** After a start, before the first reconciliation. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private final List<Background> tasks;
    private final List<OnOneNode> turns;
    private final OutboxEngine outbox;

    private Upkeep(List<Background> tasks, List<OnOneNode> turns, OutboxEngine outbox) {
        this.tasks = List.copyOf(tasks);
        this.turns = List.copyOf(turns);
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
        List<OnOneNode> turns = new ArrayList<>();
        Duration sweep = pauses.sweepEvery;
        if (!sweep.isZero()) {
            OnOneNode one = new OnOneNode(store, "sweep", sweep, pauses.time, () -> sweep(ledger));
            turns.add(one);
            tasks.add(Background.start("token-economy-sweep", () -> one.rest(jittered(sweep)), one));
        }
        if (!pauses.reconcileEvery.isZero()) {
            Supplier<Duration> pause = soonThenEvery(pauses.reconcileEvery);
            OnOneNode one = new OnOneNode(store, "reconciliation", pauses.reconcileEvery, pauses.time, reconciliation);
            turns.add(one);
            tasks.add(Background.start("token-economy-reconciliation", () -> one.rest(pause.get()), one));
        }
        if (topUps != null && !pauses.topUpEvery.isZero()) {
            tasks.addAll(topUps(topUps, watch, pauses.topUpEvery));
        }
        return new Upkeep(tasks, turns, outbox);
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
        turns.forEach(Upkeep::leave);
        outbox.close();
    }

    /** Otherwise the others wait for a while, which is no reason not to end. */
    private static void leave(OnOneNode turn) {
        try {
            turn.close();
        } catch (RuntimeException e) {
            LOG.warn("Other processes go on with this one's work later than they could", e);
        }
    }

    private static boolean sweep(Ledger ledger) {
        return ledger.sweep(STEP).more();
    }

    private static Duration jittered(Duration pause) {
        long quarter = pause.toMillis() / 4;
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(-quarter, quarter + 1));
    }
}
