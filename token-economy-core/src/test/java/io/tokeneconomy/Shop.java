package io.tokeneconomy;

import io.tokeneconomy.event.TokenEconomyEvent;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.OrderQuery;
import io.tokeneconomy.ledger.store.ParkedQuery;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.ParkedPayment;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.ScriptedGateway;
import io.tokeneconomy.webhook.WebhookResult;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** A whole shop on a store, a scripted payment provider and a clock that stands still. */
public final class Shop implements AutoCloseable {

    public static final AccountId ALICE = AccountId.of("alice");
    public static final AccountId BOB = AccountId.of("bob");

    public final ScriptedGateway gateway = new ScriptedGateway();
    public final List<LedgerEntry> told = new CopyOnWriteArrayList<>();
    public final List<ParkedPayment> toldParked = new CopyOnWriteArrayList<>();
    public final TokenEconomy economy;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T12:00:00Z"));

    private Shop(LedgerStore store, UnaryOperator<TokenEconomyBuilder> more) {
        TokenEconomyBuilder builder = TokenEconomy.builder()
                .store(store)
                .payments(gateway)
                .baseUrl(URI.create("https://shop.example"))
                .listener(this::record)
                .time(now::get);
        this.economy = more.apply(builder).build();
    }

    public static Shop on(LedgerStore store) {
        return on(store, builder -> builder);
    }

    public static Shop on(LedgerStore store, UnaryOperator<TokenEconomyBuilder> more) {
        return new Shop(store, more);
    }

    /** Alice begins to buy the popular package: 110 tokens for $9.99. */
    public CheckoutSession begin() {
        return economy.checkout().start(ALICE, "popular");
    }

    /** Alice begins to buy, and pays. */
    public CheckoutSession paid() {
        CheckoutSession session = begin();
        gateway.pay(session.id());
        return session;
    }

    /** The provider tells of a session: {@code completed}, {@code expired}, … */
    public WebhookResult.Outcome deliver(String change, String sessionId) {
        return receive("checkout.session." + change + " " + sessionId);
    }

    public WebhookResult.Outcome receive(String event) {
        return economy.webhooks()
                .receive(event.getBytes(StandardCharsets.UTF_8), "signed")
                .outcome();
    }

    /** The provider tells that money of a session's payment moved. */
    public WebhookResult.Outcome tell(String type, CheckoutSession session) {
        return receive(type + " " + paymentOf(session));
    }

    /** The payment of a session that was paid. */
    public String paymentOf(CheckoutSession session) {
        return "pi_" + session.id();
    }

    public Order order(CheckoutSession session) {
        return economy.orders().list(OrderQuery.newest(100)).items().stream()
                .filter(order -> session.id().equals(order.refs().sessionId()))
                .findFirst()
                .orElseThrow();
    }

    public long balance(AccountId account) {
        return economy.ledger().balance(account).available();
    }

    public List<ParkedPayment> parked() {
        return economy.orders().parked(new ParkedQuery("", 100)).items();
    }

    public void setTime(Instant instant) {
        now.set(instant);
        gateway.setTime(instant);
    }

    @Override
    public void close() {
        economy.close();
    }

    private void record(TokenEconomyEvent event) {
        if (event instanceof TokenEconomyEvent.Booked booked) {
            told.add(booked.entry());
        } else if (event instanceof TokenEconomyEvent.PaymentParked parked) {
            toldParked.add(parked.payment());
        }
    }
}
