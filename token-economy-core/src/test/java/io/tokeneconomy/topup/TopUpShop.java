package io.tokeneconomy.topup;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentListParams;
import io.tokeneconomy.SandboxShop;
import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.TokenEconomyBuilder;
import io.tokeneconomy.event.TokenEconomyEvent;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Period;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.OrderQuery;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.TopUp;
import io.tokeneconomy.order.TopUpCap;
import io.tokeneconomy.order.TopUpSettings;
import io.tokeneconomy.payment.ChargeRequest;
import io.tokeneconomy.payment.CheckoutOptions;
import io.tokeneconomy.payment.CheckoutOptions.Feature;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A shop on the sandbox at a quiet time of the day, whose buyers save their cards; 110 tokens for 9.99. */
final class TopUpShop implements AutoCloseable {

    static final TopUpSettings SETTINGS = TopUpSettings.of("popular", 50, TopUpCap.times(Period.DAY, 3));

    final SandboxShop shop;
    final UnsteadyCards cards;
    final TokenEconomy economy;
    final List<TokenEconomyEvent.TopUpFailed> failures = new CopyOnWriteArrayList<>();

    private final AtomicInteger keys = new AtomicInteger();
    private final List<TokenEconomy> others = new ArrayList<>();

    TopUpShop() throws IOException {
        this(MemoryLedgerStore.create(), builder -> builder);
    }

    TopUpShop(LedgerStore store, UnaryOperator<TokenEconomyBuilder> more) throws IOException {
        shop = new SandboxShop(builder -> builder.store(store).sweepEvery(Duration.ZERO));
        Instant now = shop.now();
        Instant noon = now.atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .plusDays(1)
                .atTime(12, 0)
                .toInstant(ZoneOffset.UTC);
        shop.pass(Duration.between(now, noon));
        cards = new UnsteadyCards(shop.gateway);
        economy = another(store, more);
    }

    /** One more process. */
    TokenEconomy another(LedgerStore store, UnaryOperator<TokenEconomyBuilder> more) {
        TokenEconomyBuilder builder = TokenEconomy.builder()
                .store(store)
                .payments(cards.gateway())
                .baseUrl(URI.create("http://localhost:8080"))
                .sweepEvery(Duration.ZERO)
                .listener(this::listen)
                .time(shop::now);
        TokenEconomy made = more.apply(builder).build();
        others.add(made);
        return made;
    }

    private void listen(TokenEconomyEvent event) {
        if (event instanceof TokenEconomyEvent.TopUpFailed failed) {
            failures.add(failed);
        }
    }

    /** The buyer has 110 tokens and a saved card. */
    void bought(AccountId buyer) {
        CheckoutOptions saving = CheckoutOptions.NONE.with(Feature.SAVE_CARD);
        String session = economy.checkout().start(buyer, "popular", saving).id();
        shop.sandbox.pay(session, SandboxShop.CARD);
        shop.settle();
        economy.checkout().confirm(buyer, session);
    }

    /** The buyer has 110 tokens and allows top-ups. */
    TopUp allowed(AccountId buyer, TopUpSettings settings) {
        bought(buyer);
        return economy.topUps().enable(buyer, settings).orElseThrow();
    }

    void spend(AccountId buyer, long tokens) {
        economy.ledger()
                .spend(buyer, tokens, IdempotencyKey.of("spend-" + keys.incrementAndGet()))
                .orElseThrow();
    }

    void run() {
        boolean more = true;
        while (more) {
            more = economy.topUps().run(100);
        }
        shop.settle();
    }

    long available(AccountId buyer) {
        return economy.ledger().balance(buyer).available();
    }

    TopUp topUp(AccountId buyer) {
        return economy.topUps().find(buyer).orElseThrow();
    }

    String customer(AccountId buyer) {
        return economy.orders().list(new OrderQuery(buyer, null, null, 100)).items().stream()
                .flatMap(order -> Stream.ofNullable(order.refs().customerId()))
                .findFirst()
                .orElseThrow();
    }

    List<Order> orders(AccountId buyer) {
        return economy.orders().list(new OrderQuery(buyer, null, null, 100)).items();
    }

    /** The payments without a checkout that took money, in Stripe's books. */
    List<PaymentIntent> charged() {
        try {
            StripeClient stripe = StripeClient.builder()
                    .setApiKey(shop.sandbox.apiKey())
                    .setApiBase(shop.sandbox.apiBase().toString())
                    .build();
            List<PaymentIntent> charged = new ArrayList<>();
            stripe.v1()
                    .paymentIntents()
                    .list(PaymentIntentListParams.builder().setLimit(100L).build())
                    .autoPagingIterable()
                    .forEach(charged::add);
            charged.removeIf(
                    intent -> !ChargeRequest.isMarked(intent.getMetadata()) || !"succeeded".equals(intent.getStatus()));
            return charged;
        } catch (StripeException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        others.forEach(TokenEconomy::close);
        shop.close();
    }
}
