package io.tokeneconomy.spring.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ObservedTest {

    private static final Scope SCOPE =
            Scope.NOTHING.account(AccountId.of("alice")).key(IdempotencyKey.of("image"));

    @Test
    void aMeterOfTheHostsThatIsInTheWayKeepsNobodyFromTheStore() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        meters.counter("token.economy.batch").increment();
        assertThat(update(new CallMeters(() -> meters, Instant::now))).isEqualTo("done");
    }

    @Test
    void whatIsDoneIsNotTakenForFailedByWhoWatches() {
        assertThat(update(new CallWatch() {
                    @Override
                    public void answered(@Nullable Object answer) {
                        throw new IllegalStateException("on purpose");
                    }
                }))
                .isEqualTo("done");
    }

    private static String update(CallWatch watch) {
        LedgerStore store = new Observed(ObservationRegistry.NOOP, List.of(watch)).store(MemoryLedgerStore.create());
        return store.update(SCOPE, found -> Changes.none("done"));
    }
}
