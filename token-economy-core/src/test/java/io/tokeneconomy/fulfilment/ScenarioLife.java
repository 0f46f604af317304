package io.tokeneconomy.fulfilment;

import static io.tokeneconomy.Shop.ALICE;

import io.tokeneconomy.Shop;
import io.tokeneconomy.ledger.Balance;
import io.tokeneconomy.ledger.ClawbackPolicy;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.Dispute;
import io.tokeneconomy.payment.Refund;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** One payment of Alice's, told of after each step and once more. */
final class ScenarioLife implements AutoCloseable {

    private final Shop shop;
    private final CheckoutSession session;

    ScenarioLife(ClawbackPolicy policy) {
        this.shop = Shop.on(MemoryLedgerStore.create(), builder -> builder.clawback(policy));
        this.session = shop.paid();
    }

    ScenarioLife buy() {
        shop.deliver("completed", session.id());
        return this;
    }

    ScenarioLife spend(long tokens) {
        shop.economy.ledger().spend(ALICE, tokens, IdempotencyKey.of("spend")).orElseThrow();
        return this;
    }

    ScenarioLife refund(String id, long minor, Refund.Status status) {
        shop.gateway.refund(shop.paymentOf(session), new Refund(id, minor, "usd", status, Map.of()));
        return told("refund.updated");
    }

    ScenarioLife dispute(String id, long minor, Dispute.Status status, Dispute.Funds funds) {
        shop.gateway.dispute(shop.paymentOf(session), new Dispute(id, minor, "usd", status, funds));
        return told("charge.dispute.updated");
    }

    private ScenarioLife told(String type) {
        shop.tell(type, session);
        shop.tell(type, session);
        return this;
    }

    String entries() {
        List<String> entries = new ArrayList<>(shop.economy.ledger().statement(ALICE, 100, null).entries().stream()
                .map(entry -> entry.type().name().toLowerCase(Locale.ROOT) + " " + (entry.amount() > 0 ? "+" : "")
                        + entry.amount())
                .toList());
        Collections.reverse(entries);
        return entries.stream().collect(Collectors.joining(", "));
    }

    Balance balance() {
        return shop.economy.ledger().balance(ALICE);
    }

    @Override
    public void close() {
        shop.close();
    }
}
