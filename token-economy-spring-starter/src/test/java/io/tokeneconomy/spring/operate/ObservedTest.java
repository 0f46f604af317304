package io.tokeneconomy.spring.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"onStart", "onScopeOpened", "onScopeClosed", "onStop"})
    void anObservationThatFailsLosesNoAnswer(String where) {
        ObservationRegistry registry = failing(where);
        LedgerStore store = new Observed(registry, List.of()).store(MemoryLedgerStore.create());
        AtomicInteger runs = new AtomicInteger();
        String answer = store.update(SCOPE, found -> Changes.none("done " + runs.incrementAndGet()));
        assertThat(answer).isEqualTo("done 1");
        assertThat(registry.getCurrentObservationScope()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"onStart", "onScopeOpened", "onScopeClosed", "onStop"})
    void noErrorOfAnObservationDoesEither(String where) {
        LedgerStore store = new Observed(failing(where, new AssertionError("on purpose")), List.of())
                .store(MemoryLedgerStore.create());
        assertThat(store.<String>update(SCOPE, found -> Changes.none("done"))).isEqualTo("done");
    }

    @Test
    void anErrorOfWhoWatchesIsNotTheCalls() {
        assertThat(update(new CallWatch() {
                    @Override
                    public void answered(@Nullable Object answer) {
                        throw new AssertionError("on purpose");
                    }
                }))
                .isEqualTo("done");
    }

    @Test
    void anObservationThatFailsHidesNoFailure() {
        LedgerStore store = new Observed(failing("onError"), List.of()).store(MemoryLedgerStore.create());
        assertThatThrownBy(() -> store.update(SCOPE, found -> {
                    throw new IllegalStateException("the rules");
                }))
                .hasMessage("the rules");
    }

    private static ObservationRegistry failing(String where) {
        return failing(where, new IllegalStateException("on purpose"));
    }

    private static ObservationRegistry failing(String where, Throwable failure) {
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler((ObservationHandler<?>) Proxy.newProxyInstance(
                ObservationHandler.class.getClassLoader(),
                new Class<?>[] {ObservationHandler.class},
                (self, method, arguments) -> {
                    if (method.getName().equals(where)) {
                        throw failure;
                    }
                    return method.getName().equals("supportsContext") ? true : null;
                }));
        return registry;
    }

    private static String update(CallWatch watch) {
        LedgerStore store = new Observed(ObservationRegistry.NOOP, List.of(watch)).store(MemoryLedgerStore.create());
        return store.update(SCOPE, found -> Changes.none("done"));
    }
}
