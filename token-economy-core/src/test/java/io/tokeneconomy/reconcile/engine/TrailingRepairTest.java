package io.tokeneconomy.reconcile.engine;

import static io.tokeneconomy.Shop.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.Shop;
import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.event.engine.Announcer;
import io.tokeneconomy.fulfilment.Fulfilment;
import io.tokeneconomy.fulfilment.FulfilmentPolicy;
import io.tokeneconomy.ledger.ClawbackPolicy;
import io.tokeneconomy.ledger.store.ForwardingStore;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Page;
import io.tokeneconomy.ledger.store.ParkedQuery;
import io.tokeneconomy.ledger.store.StoreException;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.order.ParkedPayment;
import io.tokeneconomy.payment.PaymentException;
import io.tokeneconomy.reconcile.Report;
import io.tokeneconomy.reconcile.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrailingRepairTest {

    private static final InstantSource TIME = () -> Instant.parse("2026-11-22T13:00:00Z");

    private final LedgerStore store = MemoryLedgerStore.create();
    private final Shop shop = Shop.on(store);

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void whatABudgetLeftIsGoneOnWith() {
        pay(150);
        TrailingRepair repair = new TrailingRepair(
                engine(store), TIME, window -> window.atMost(1).perSecond(Window.MAX_PER_SECOND));
        int calls = 1;
        while (repair.getAsBoolean()) {
            calls++;
        }
        assertThat(shop.balance(ALICE)).isEqualTo(150 * 110);
        assertThat(calls).isGreaterThan(1);
    }

    @Test
    void whatTroubleLeftIsLookedAtWithTheNextWindow() {
        pay(1);
        TrailingRepair repair = new TrailingRepair(engine(store), TIME);
        shop.gateway.beforeList(query -> {
            throw new PaymentException(PaymentException.Reason.UNAVAILABLE, "no answer", null);
        });
        assertThat(repair.getAsBoolean()).isFalse();
        shop.gateway.beforeList(query -> {});
        while (repair.getAsBoolean()) {
            assertThat(shop.told).hasSizeLessThan(2);
        }
        assertThat(shop.balance(ALICE)).isEqualTo(110);
    }

    /** Money of a bank debit that came ten days after its checkout, whose event was lost. */
    @Test
    void onceADayItLooksBackAtAMonth() {
        List<Duration> windows = new ArrayList<>();
        AtomicReference<Instant> now = new AtomicReference<>(TIME.instant());
        TrailingRepair repair = new TrailingRepair(engine(store), now::get, window -> {
            windows.add(Duration.between(window.from(), window.to()));
            return window;
        });
        shop.gateway.beforeList(query -> {
            throw new PaymentException(PaymentException.Reason.UNAVAILABLE, "no answer", null);
        });
        repair.getAsBoolean();
        shop.gateway.beforeList(query -> {});
        for (int hours : new int[] {0, 1, 1, 22, 1}) {
            now.updateAndGet(time -> time.plus(Duration.ofHours(hours)));
            while (repair.getAsBoolean()) {
                assertThat(windows).isNotEmpty();
            }
        }
        Duration deep = Duration.ofDays(31);
        assertThat(windows)
                .as("one that failed is no look, and lets the last days go first; the next is a day after")
                .containsExactly(deep, TrailingRepair.LENGTH, deep, TrailingRepair.LENGTH, TrailingRepair.LENGTH, deep);
    }

    /** Something weeks old that breaks every look at the month. */
    @Test
    void whatBreaksTheLookAtAMonthDoesNotKeepTheLastDaysFromBeingRepaired() {
        pay(1);
        Instant recent = TIME.instant().minus(TrailingRepair.LENGTH);
        shop.gateway.beforeList(query -> {
            if (query.from().isBefore(recent)) {
                throw new IllegalStateException("a page that is weeks old");
            }
        });
        TrailingRepair repair = new TrailingRepair(engine(store), TIME);
        for (int pass = 0; pass < 2; pass++) {
            while (repair.getAsBoolean()) {
                assertThat(shop.told).hasSizeLessThan(2);
            }
        }
        assertThat(shop.balance(ALICE)).isEqualTo(110);
    }

    /** The report says what was done before the store failed. */
    @Test
    void parkedPaymentsThatCannotBeReadDoNotCostTheReport() {
        pay(1);
        LedgerStore failing = new ForwardingStore(store) {
            @Override
            public Page<ParkedPayment> parked(ParkedQuery query) {
                throw StoreException.broken("the disk is gone", null);
            }
        };
        Report report = engine(failing).repair(Window.before(TIME.instant(), Duration.ofDays(1)));
        assertThat(report.found()).isEqualTo(1);
        assertThat(report.trouble()).isEqualTo("the disk is gone");
        assertThat(report.parked()).isEmpty();
        assertThat(report.moreParked()).isTrue();
    }

    private void pay(int purchases) {
        for (int i = 0; i < purchases; i++) {
            shop.paid();
        }
    }

    private ReconciliationEngine engine(LedgerStore on) {
        Fulfilment fulfilment = new Fulfilment(
                store,
                shop.gateway,
                TIME,
                new Announcer(List.of(), account -> 0),
                new FulfilmentPolicy(ClawbackPolicy.DEBT, true, false),
                Catalog.standard());
        return new ReconciliationEngine(on, shop.gateway, fulfilment);
    }
}
