package io.tokeneconomy.reconcile;

import static io.tokeneconomy.Shop.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.Shop;
import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.catalog.SubscriptionPlan;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.Invoice;
import io.tokeneconomy.payment.ScriptedSubscriptions;
import io.tokeneconomy.reconcile.Difference.Kind;
import io.tokeneconomy.reconcile.Difference.State;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Invoices that nobody was told of. */
class InvoiceReconciliationTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Window WINDOW = Window.between(NOON.minusSeconds(60), NOON.plusSeconds(60));

    private final Shop shop = Shop.on(
            MemoryLedgerStore.create(),
            builder -> builder.catalog(Catalog.builder()
                    .add(SubscriptionPlan.monthly("basic", "Basic", 500, Money.of(999, "usd")))
                    .build()));

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aPaidInvoiceWithoutTokensIsFoundAndRepairedOnce() {
        CheckoutSession session = shop.economy.checkout().subscribe(ALICE, "basic");
        Invoice invoice = shop.gateway
                .scriptedSubscriptions()
                .begin(session, ScriptedSubscriptions.line("price_1", 999, NOON, NOON.plusSeconds(2_592_000)));

        Report found = shop.economy.reconciliation().check(WINDOW);
        assertThat(found.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.kind()).isEqualTo(Kind.MISSING_CREDIT);
            assertThat(difference.sessionId()).isEqualTo(invoice.id());
            assertThat(difference.tokens()).isEqualTo(500);
        });
        assertThat(shop.balance(ALICE)).isZero();
        Report repaired = shop.economy.reconciliation().repair(WINDOW);
        assertThat(repaired.differences()).extracting(Difference::state).containsExactly(State.REPAIRED);
        assertThat(shop.economy.reconciliation().check(WINDOW).differences()).isEmpty();
        assertThat(shop.balance(ALICE)).isEqualTo(500);
    }
}
