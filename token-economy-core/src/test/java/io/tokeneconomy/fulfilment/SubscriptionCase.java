package io.tokeneconomy.fulfilment;

import static io.tokeneconomy.Shop.ALICE;

import io.tokeneconomy.Shop;
import io.tokeneconomy.TokenEconomyBuilder;
import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.catalog.SubscriptionPlan;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.Invoice;
import io.tokeneconomy.payment.Invoice.Line;
import io.tokeneconomy.payment.Invoice.Reason;
import io.tokeneconomy.payment.ScriptedSubscriptions;
import io.tokeneconomy.webhook.WebhookResult.Outcome;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;

/** A shop with two plans: basic, 500 tokens a month for $9.99, and plus, 2,000 for $29.97. */
abstract class SubscriptionCase {

    static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
    static final SubscriptionPlan BASIC = SubscriptionPlan.monthly("basic", "Basic", 500, Money.of(999, "usd"))
            .withPriceId("price_basic");
    static final SubscriptionPlan PLUS = SubscriptionPlan.monthly("plus", "Plus", 2_000, Money.of(2_997, "usd"))
            .withPriceId("price_plus");

    Shop shop = shop(BASIC, PLUS);

    static Shop shop(SubscriptionPlan... plans) {
        return shop(builder -> builder, plans);
    }

    static Shop shop(UnaryOperator<TokenEconomyBuilder> more, SubscriptionPlan... plans) {
        return Shop.on(MemoryLedgerStore.create(), builder -> more.apply(builder.catalog(catalog(plans))));
    }

    static Catalog catalog(SubscriptionPlan... plans) {
        Catalog.Builder builder = Catalog.builder();
        Catalog.standard().packages().forEach(builder::add);
        List.of(plans).forEach(builder::add);
        return builder.build();
    }

    void other(Shop next) {
        shop.close();
        shop = next;
    }

    @AfterEach
    void close() {
        shop.close();
    }

    ScriptedSubscriptions stripe() {
        return shop.gateway.scriptedSubscriptions();
    }

    CheckoutSession subscribe() {
        return shop.economy.checkout().subscribe(ALICE, "basic");
    }

    /** The first invoice of a basic subscription. */
    Invoice begin(CheckoutSession session) {
        return stripe().begin(session, basic(0));
    }

    /** The invoice of a later month. */
    Invoice renew(CheckoutSession session, int month, Line... lines) {
        return stripe().put(stripe().invoice("in_" + month, Reason.CYCLE, session, List.of(lines)));
    }

    Invoice renew(CheckoutSession session, int month) {
        return renew(session, month, basic(month));
    }

    static Line basic(int month) {
        return ScriptedSubscriptions.line("price_basic", 999, month(month), month(month + 1));
    }

    static Line plus(int month) {
        return ScriptedSubscriptions.line("price_plus", 2_997, month(month), month(month + 1));
    }

    static Instant month(int number) {
        return START.atZone(ZoneOffset.UTC).plusMonths(number).toInstant();
    }

    Outcome paid(Invoice invoice) {
        return shop.receive("invoice.paid " + invoice.id());
    }

    void spend(String key, long tokens) {
        shop.economy.ledger().spend(ALICE, tokens, IdempotencyKey.of(key)).orElseThrow();
    }

    long balance() {
        return shop.balance(ALICE);
    }

    List<EntryType> types() {
        return shop.economy.ledger().statement(ALICE, 100, null).entries().stream()
                .map(LedgerEntry::type)
                .toList();
    }
}
