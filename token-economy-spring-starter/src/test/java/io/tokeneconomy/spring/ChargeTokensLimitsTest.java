package io.tokeneconomy.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Ledger;
import io.tokeneconomy.spring.charge.ChargeTokens;
import io.tokeneconomy.spring.charge.CurrentAccount;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.scheduling.annotation.Async;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Calls that must not be charged to the wrong account, under the wrong key, or for too little. */
class ChargeTokensLimitsTest {

    private static final AccountId ALICE = AccountId.of("alice");

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private Ledger ledger;
    private Studio studio;

    @BeforeEach
    void start() {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("shop", Map.of("token-economy.base-url", "http://localhost:8080")));
        context.register(Shop.class);
        context.refresh();
        ledger = context.getBean(TokenEconomy.class).ledger();
        studio = context.getBean(Studio.class);
        ledger.grant(ALICE, 100, IdempotencyKey.of("welcome")).orElseThrow();
    }

    @AfterEach
    void stop() {
        RequestContextHolder.resetRequestAttributes();
        context.close();
    }

    @Test
    void aMissingKeyIsNotTheSameKeyForEverybody() {
        assertThatThrownBy(() -> studio.keyed(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("#name gives nothing");
        assertUntouched();
    }

    @Test
    void aMissingAccountIsNobody() {
        ledger.grant(AccountId.of("null"), 10, IdempotencyKey.of("null")).orElseThrow();
        assertThatThrownBy(() -> studio.paidBy(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("#who gives nothing");
        assertThat(ledger.balance(AccountId.of("null")).available()).isEqualTo(10);
    }

    @Test
    void aCostThatIsTooLargeDoesNotBecomeSmall() {
        assertThatThrownBy(() -> studio.sized(858_993_460)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> studio.sizedLong(3_689_348_814_741_910_324L)).isInstanceOf(RuntimeException.class);
        assertUntouched();
    }

    @Test
    void workForLaterIsRefusedHoweverItIsReturned() {
        assertThatThrownBy(studio::callable).hasMessageContaining("before its work is done");
        assertThatThrownBy(studio::async).hasMessageContaining("before its work is done");
        assertThatThrownBy(studio::hidden).hasMessageContaining("before its work is done");
        assertUntouched();
    }

    @Test
    void twoMethodsOfOneRequestAreTwoCharges() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Idempotency-Key", "request-1");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        studio.first();
        studio.second();
        assertThat(ledger.balance(ALICE).available()).isEqualTo(98);
    }

    @Test
    void anAnnotationOfAnInterfaceCounts() {
        studio.offered();
        assertThat(ledger.balance(ALICE).available()).isEqualTo(99);
    }

    private void assertUntouched() {
        assertThat(ledger.balance(ALICE).available()).isEqualTo(100);
        assertThat(ledger.balance(ALICE).held()).isZero();
    }

    interface Offer {

        @ChargeTokens(cost = "1")
        void offered();
    }

    static class Studio implements Offer {

        @ChargeTokens(cost = "1", key = "#name")
        public void keyed(@Nullable String name) {}

        @ChargeTokens(cost = "1", account = "#who")
        public void paidBy(@Nullable String who) {}

        @ChargeTokens(cost = "#size * 5")
        public void sized(int size) {}

        @ChargeTokens(cost = "#size * 5")
        public void sizedLong(long size) {}

        @ChargeTokens(cost = "1")
        public Callable<String> callable() {
            return () -> "done";
        }

        @Async
        @ChargeTokens(cost = "1")
        public void async() {}

        @ChargeTokens(cost = "1")
        public Object hidden() {
            return (Callable<String>) () -> "done";
        }

        @ChargeTokens(cost = "1")
        public void first() {}

        @ChargeTokens(cost = "1")
        public void second() {}

        @Override
        public void offered() {}
    }

    @Configuration(proxyBeanMethods = false)
    @Import({Host.Common.class, Host.WithJdbc.class})
    @ImportAutoConfiguration(MethodsAutoConfiguration.class)
    static class Shop {

        @Bean
        Studio studio() {
            return new Studio();
        }

        @Bean
        CurrentAccount alice() {
            return () -> Optional.of(ALICE);
        }
    }
}
