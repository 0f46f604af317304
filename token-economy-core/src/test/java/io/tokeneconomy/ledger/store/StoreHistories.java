package io.tokeneconomy.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.rules.Histories;
import io.tokeneconomy.ledger.rules.Step;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.ShrinkingMode;

/**
 * A store and the pure rules agree on every step of every history, however the operations are bundled, whenever the
 * store goes down and whichever of its answers are lost: same outcomes, same accounts, same entries.
 *
 * <p>What a step leads to is in its outcome, so that a bundle is compared step by step; accounts are compared after each
 * update. A failure names its history and its step; the same seed gives the same histories again.
 */
public abstract class StoreHistories {

    private static final AtomicInteger RUN = new AtomicInteger();

    /** {@return the store, on the same data for all histories} */
    protected abstract LedgerStore store();

    /**
     * Takes the store down between two updates and brings it up again on the same data. A store that keeps nothing
     * outside the process does nothing.
     */
    protected void crash() {}

    /**
     * Runs an update that is committed without anybody hearing of it. Where there is a connection, it is cut just then;
     * otherwise the answer is thrown away.
     */
    protected void unanswered(Runnable update) {
        update.run();
    }

    /** {@return how many histories are tried; fewer only where each takes very long} */
    protected int histories() {
        return 2_000;
    }

    @Property(
            tries = 1,
            generation = GenerationMode.RANDOMIZED,
            edgeCases = EdgeCasesMode.NONE,
            shrinking = ShrinkingMode.OFF)
    void everyHistoryEndsAsThePureRulesSay(@ForAll Random random) {
        RandomGenerator<List<Step>> steps = Histories.steps().generator(1_000);
        String run = "run" + RUN.incrementAndGet() + "-";
        Set<AccountId> due = new HashSet<>();
        Instant then = Instant.parse("2026-12-10T00:00:00Z");
        for (int i = 0; i < histories(); i++) {
            StoreHistory history = new StoreHistory(run + i, this, random);
            history.live(steps.next(random).value());
            history.dueBy(then).forEach(due::add);
        }
        assertThat(new Bookkeeper(store()).accounts(new AccountQuery(null, then, 1_000)))
                .filteredOn(id -> id.value().startsWith(run))
                .containsExactlyInAnyOrderElementsOf(due);
    }
}
