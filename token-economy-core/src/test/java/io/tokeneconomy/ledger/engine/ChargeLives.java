package io.tokeneconomy.ledger.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Charge;
import io.tokeneconomy.ledger.ChargeContext;
import io.tokeneconomy.ledger.ChargeResult;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.MeterRate;
import io.tokeneconomy.ledger.Release;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Several processes that charge one account, and what must hold whatever becomes of them. */
final class ChargeLives implements AutoCloseable {

    private static final AccountId ALICE = AccountId.of("alice");
    private static final int KEYS = 3;
    private static final MeterRate RATE = new MeterRate(2, 3);

    private final MemoryLedgerStore store = MemoryLedgerStore.create();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<ChargeCall> running = new ArrayList<>();
    /** What finished work cost, by key: nothing else may have been taken. */
    private final Map<IdempotencyKey, Set<Long>> costs = new HashMap<>();
    /** What was set aside, by key: so much may be taken of a higher cost. */
    private final Map<IdempotencyKey, Set<Long>> held = new HashMap<>();

    private final Map<ChargeCall, Long> settled = new HashMap<>();
    private final Set<ChargeCall> metered = new HashSet<>();
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final LedgerEngine ledger = new LedgerEngine(store, () -> now, entry -> {});
    private long spentOtherwise;
    private long given;
    private int numbers;

    ChargeLives() {
        give(30);
    }

    void take(ChargeStep step) {
        switch (step.kind()) {
            case START ->
                start(key(step.pick()), 1 + step.amount(), new ChargeFate(step.lastBooking(), step.trouble()));
            case TIME -> now = now.plus(Duration.ofMinutes(2 * step.amount()));
            case RELEASE_BY_HAND -> release(key(step.pick()));
            case OTHER_SPEND -> {
                if (step.amount() > 0
                        && ledger.spend(ALICE, step.amount(), IdempotencyKey.of("other-" + ++numbers))
                                .stands()) {
                    spentOtherwise += step.amount();
                }
            }
            default -> {
                if (!running.isEmpty()) {
                    within(running.get(step.pick() % running.size()), step);
                }
            }
        }
    }

    /** After every step. */
    void check() {
        long taken = 0;
        for (int i = 0; i < KEYS; i++) {
            LedgerEntry entry = ledger.entry(key(i)).orElse(null);
            if (entry != null) {
                Set<Long> finished = costs.getOrDefault(key(i), Set.of());
                assertThat(finished).as("work finished for " + entry).isNotEmpty();
                long amount = -entry.amount();
                boolean whole =
                        finished.contains(amount) || entry.movement().effects().metering() != null;
                boolean part = held.getOrDefault(key(i), Set.of()).contains(amount)
                        && finished.stream().anyMatch(cost -> cost > amount);
                assertThat(whole || part).as(entry + " of " + finished).isTrue();
                taken += amount;
            }
        }
        assertThat(ledger.balance(ALICE).settled()).isEqualTo(given - spentOtherwise - taken);
    }

    /** Everybody comes to an end; then each key can be charged, unless it was, and is charged once. */
    void endWell() {
        while (!running.isEmpty()) {
            finish(running.get(0));
            check();
        }
        now = now.plus(Duration.ofDays(2));
        give(100);
        assertThat(ledger.balance(ALICE).held()).isZero();
        for (int i = 0; i < KEYS; i++) {
            start(key(i), 4, ChargeFate.good());
            if (!running.isEmpty()) {
                finish(running.get(0));
            }
            assertThat(ledger.entry(key(i))).isPresent();
            check();
            start(key(i), 4, ChargeFate.good());
            assertThat(running).isEmpty();
        }
        assertThat(ledger.balance(ALICE).held()).isZero();
        assertThat(ledger.verify(ALICE).intact()).isTrue();
    }

    @Override
    public void close() {
        running.forEach(call -> call.order(context -> {
            throw new ChargeCall.Failed();
        }));
        threads.shutdown();
        ledger.close();
        store.close();
    }

    private void start(IdempotencyKey key, long cost, ChargeFate fate) {
        boolean paid = ledger.entry(key).isPresent();
        boolean blocked =
                ChargeState.of(Charge.of(ALICE, cost, key), store, now).open() != null;
        Bookings alone = new Together(store, () -> now, entry -> {});
        Bookings fated = fate.over(alone);
        Charging charging =
                new Charging(store, operation -> fated.book(List.of(operation)), fated, entry -> {}, () -> now);
        held.computeIfAbsent(key, k -> new HashSet<>()).add(cost);
        ChargeCall call = new ChargeCall(threads, charging, Charge.of(ALICE, cost, key));
        if (call.isOver()) {
            assertThat(call.worked()).isFalse();
            assertThat(call.result() instanceof ChargeResult.Charged).isFalse();
            assertThat(call.result() instanceof ChargeResult.AlreadyCharged).isEqualTo(paid);
        } else {
            assertThat(paid).as("work is not run for a key that is paid for").isFalse();
            assertThat(blocked)
                    .as("work is not run while other work for the key is running")
                    .isFalse();
            settled.put(call, cost);
            running.add(call);
        }
    }

    private void within(ChargeCall call, ChargeStep step) {
        switch (step.kind()) {
            case FINISH -> finish(call);
            case FAIL -> {
                running.remove(call);
                call.order(context -> {
                    throw new ChargeCall.Failed();
                });
                assertThat(call.result()).isNull();
            }
            case SETTLE -> {
                order(call, context -> context.settle(step.amount()));
                settled.put(call, step.amount());
                metered.remove(call);
            }
            case SETTLE_METERED -> {
                order(call, context -> context.settleMetered("m", 1 + step.amount(), RATE, Details.NONE));
                settled.put(call, (2 * (1 + step.amount()) + 2) / 3);
                metered.add(call);
            }
            default -> order(call, context -> context.extend(Duration.ofMinutes(1 + step.amount())));
        }
    }

    /** Within the work a store that is away, or the end of the process, is met like any other failure. */
    private void order(ChargeCall call, Consumer<ChargeContext> order) {
        call.order(order);
        if (call.isOver()) {
            running.remove(call);
            assertThat(call.result()).isNull();
        }
    }

    private void finish(ChargeCall call) {
        running.remove(call);
        IdempotencyKey key = call.charge().key();
        long cost = Objects.requireNonNull(settled.get(call));
        Set<Long> finished = costs.computeIfAbsent(key, k -> new HashSet<>());
        finished.add(cost);
        if (metered.contains(call)) {
            // a part of it is rounded down; the remainder is carried only by what is metered
            finished.add(cost - 1);
        }
        call.finish();
        ChargeResult<String> result = call.result();
        if (result instanceof ChargeResult.Charged<String> charged) {
            assertThat(ledger.entry(key)).contains(charged.entry());
        } else if (result instanceof ChargeResult.Underpaid<String> unpaid) {
            assertThat(ledger.entry(key).isPresent()).isEqualTo(unpaid.entry() != null);
        } else {
            assertThat(result).as("only a broken process hears nothing").isNull();
        }
    }

    private void release(IdempotencyKey key) {
        ChargeState state = ChargeState.of(Charge.of(ALICE, 1, key), store, now);
        if (state.open() != null) {
            ledger.apply(Release.of(ALICE, state.open().key(), IdempotencyKey.of("release-" + ++numbers)));
        }
    }

    private void give(long tokens) {
        ledger.grant(ALICE, tokens, IdempotencyKey.of("gift-" + ++numbers)).orElseThrow();
        given += tokens;
    }

    private static IdempotencyKey key(int number) {
        return IdempotencyKey.of("key-" + number % KEYS);
    }
}
