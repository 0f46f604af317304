package io.tokeneconomy.fulfilment;

import static io.tokeneconomy.Shop.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.Shop;
import io.tokeneconomy.ledger.ClawbackPolicy;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.Dispute;
import io.tokeneconomy.payment.Refund;
import io.tokeneconomy.webhook.WebhookResult.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** A popular package, paid: 110 tokens for 9.99. */
abstract class ReversalCase {

    Shop shop = Shop.on(MemoryLedgerStore.create());
    CheckoutSession session = shop.paid();

    @AfterEach
    void close() {
        shop.close();
    }

    void other(ClawbackPolicy policy) {
        shop.close();
        shop = Shop.on(MemoryLedgerStore.create(), builder -> builder.clawback(policy));
        session = shop.paid();
    }

    void credit() {
        assertThat(shop.deliver("completed", session.id())).isEqualTo(Outcome.CREDITED);
    }

    void spend(long tokens) {
        shop.economy.ledger().spend(ALICE, tokens, IdempotencyKey.of("spend")).orElseThrow();
    }

    void refund(String id, long amount, Refund.Status status) {
        shop.gateway.refund(shop.paymentOf(session), new Refund(id, amount, "usd", status, Map.of()));
    }

    void dispute(String id, long amount, Dispute.Status status, Dispute.Funds funds) {
        shop.gateway.dispute(shop.paymentOf(session), new Dispute(id, amount, "usd", status, funds));
    }

    LedgerEntry newest() {
        return shop.economy.ledger().statement(ALICE, 1, null).entries().get(0);
    }

    List<EntryType> types() {
        return shop.economy.ledger().statement(ALICE, 100, null).entries().stream()
                .map(LedgerEntry::type)
                .toList();
    }
}
