package io.tokeneconomy.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.event.TokenEconomyEvent;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.payment.PaymentEvent;
import io.tokeneconomy.spring.event.OnPaymentEvent;
import io.tokeneconomy.webhook.WebhookResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.context.event.EventListener;
import org.springframework.samples.shop.Invoices;
import org.springframework.scheduling.annotation.Async;

class MethodEventsTest {

    private final ApplicationContextRunner shop = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    StoreAutoConfiguration.class, MethodsAutoConfiguration.class, TokenEconomyAutoConfiguration.class))
            .withPropertyValues(Parts.REQUIRED)
            .withBean(LedgerStore.class, Parts::store);

    @Test
    void whatWasBookedIsAnApplicationEvent() {
        shop.withBean(Heard.class).run(context -> {
            context.getBean(TokenEconomy.class).ledger().grant(AccountId.of("alice"), 5, IdempotencyKey.of("welcome"));
            assertThat(context.getBean(Heard.class).granted).containsExactly(5L);
        });
    }

    @Test
    void aMethodHandlesEventsOfItsType() {
        shop.withBean(Subscriptions.class).run(context -> {
            TokenEconomy economy = context.getBean(TokenEconomy.class);
            assertThat(receive(economy, "invoice.created").outcome()).isEqualTo(WebhookResult.Outcome.HANDLED);
            assertThat(receive(economy, "customer.subscription.paused").outcome())
                    .isEqualTo(WebhookResult.Outcome.HANDLED);
            assertThat(receive(economy, "customer.created").outcome()).isEqualTo(WebhookResult.Outcome.IGNORED);
            assertThat(context.getBean(Subscriptions.class).seen).containsExactly("invoice.created", "paused");
        });
    }

    @Test
    void aClassOfTheHostsBelowSpringsOwnPackageIsSeenToo() {
        shop.withBean(Invoices.class).run(context -> {
            receive(context.getBean(TokenEconomy.class), "invoice.created");
            assertThat(context.getBean(Invoices.class).created).hasValue(1);
        });
    }

    @Test
    void aMethodBehindAScopedProxyIsCalledOnce() {
        shop.withUserConfiguration(Scoped.class).run(context -> {
            receive(context.getBean(TokenEconomy.class), "invoice.created");
            assertThat(context.getBean("seen")).isEqualTo(List.of("invoice.created"));
        });
    }

    @Test
    void aMethodThatWantsSomethingElseStopsTheStart() {
        shop.withBean(Wrong.class)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("the method may take one PaymentEvent or nothing"));
    }

    /** The event would be taken for handled, whatever becomes of it. */
    @ParameterizedTest
    @ValueSource(classes = {Later.class, Sent.class})
    void aMethodThatReturnsBeforeItIsDoneStopsTheStart(Class<?> handler) {
        shop.withBean(handler)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageStartingWith("@OnPaymentEvent of ")
                        .hasMessageContaining("before its work is done"));
    }

    private static WebhookResult receive(TokenEconomy economy, String type) throws Exception {
        String payload = "{\"id\":\"evt_1\",\"object\":\"event\",\"type\":\"" + type
                + "\",\"livemode\":false,\"api_version\":\"2025-01-01\",\"created\":1,"
                + "\"data\":{\"object\":{\"id\":\"x_1\",\"object\":\"thing\"}}}";
        long now = System.currentTimeMillis() / 1000;
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Parts.WEBHOOK_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] signature = mac.doFinal((now + "." + payload).getBytes(StandardCharsets.UTF_8));
        return economy.webhooks()
                .receive(
                        payload.getBytes(StandardCharsets.UTF_8),
                        "t=" + now + ",v1=" + HexFormat.of().formatHex(signature));
    }

    static class Heard {
        private final List<Long> granted = new ArrayList<>();

        @EventListener
        void on(TokenEconomyEvent.Granted event) {
            granted.add(event.tokens());
        }
    }

    /** Needs the economy itself, which must not be a circle. */
    static class Subscriptions {
        private final List<String> seen = new ArrayList<>();

        Subscriptions(TokenEconomy economy) {
            assertThat(economy).isNotNull();
        }

        @OnPaymentEvent({"invoice.created", "invoice.updated"})
        void invoice(PaymentEvent event) {
            seen.add(event.envelope().type());
        }

        @OnPaymentEvent("customer.subscription.paused")
        void paused() {
            seen.add("paused");
        }
    }

    static class Counting {
        private final List<String> seen;

        Counting(List<String> seen) {
            this.seen = seen;
        }

        @OnPaymentEvent("invoice.created")
        public void invoice(PaymentEvent event) {
            seen.add(event.envelope().type());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Scoped {

        @Bean
        List<String> seen() {
            return new ArrayList<>();
        }

        @Bean
        @Scope(value = "prototype", proxyMode = ScopedProxyMode.TARGET_CLASS)
        Counting counting(@Qualifier("seen") List<String> seen) {
            return new Counting(seen);
        }
    }

    static class Wrong {
        @OnPaymentEvent("invoice.created")
        void invoice(String event) {}
    }

    static class Later {
        @OnPaymentEvent("invoice.created")
        CompletableFuture<Void> invoice() {
            return new CompletableFuture<>();
        }
    }

    static class Sent {
        @Async
        @OnPaymentEvent("invoice.created")
        public void invoice() {}
    }
}
