package io.tokeneconomy.ledger.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.ledger.Charge;
import io.tokeneconomy.ledger.ChargeContext;
import io.tokeneconomy.ledger.ChargeResult;
import io.tokeneconomy.ledger.Configuration;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A ledger with 20 tokens of alice's, whose books must add up after each test, and short words for charges. */
abstract class ChargeFixture {

    static final AccountId ALICE = AccountId.of("alice");
    static final AccountId BOB = AccountId.of("bob");
    static final IdempotencyKey KEY = IdempotencyKey.of("image-1");

    Instant now = Instant.parse("2026-11-22T12:00:00Z");
    final List<String> ran = new ArrayList<>();
    final MemoryLedgerStore store = MemoryLedgerStore.create();
    final LedgerEngine ledger = new LedgerEngine(store, () -> now, entry -> {});

    @BeforeEach
    final void give() {
        ledger.grant(ALICE, 20, key("gift")).orElseThrow();
    }

    @AfterEach
    final void everythingAddsUp() {
        assertThat(ledger.verify(ALICE).intact()).isTrue();
        ledger.close();
        store.close();
    }

    interface Doing {
        void with(ChargeContext context);
    }

    final ChargeResult<String> charge(long cost, Doing doing) {
        return charge(KEY.value(), cost, doing);
    }

    final ChargeResult<String> charge(String key, long cost, Doing doing) {
        return ledger.charge(Charge.of(ALICE, cost, key(key)), context -> {
            doing.with(context);
            return "made";
        });
    }

    final void outlast() {
        now = now.plus(LedgerLimits.HOLD_TIME);
    }

    final void configure(AccountSettings settings) {
        ledger.apply(new Configuration(ALICE, settings, key("configure"), new Audit("root", "test")))
                .orElseThrow();
    }

    final String work(String result) {
        ran.add(result);
        return result;
    }

    final void assertHas(long available, long held) {
        assertThat(ledger.balance(ALICE).available()).isEqualTo(available);
        assertThat(ledger.balance(ALICE).held()).isEqualTo(held);
    }

    static IdempotencyKey key(String value) {
        return IdempotencyKey.of(value);
    }
}
