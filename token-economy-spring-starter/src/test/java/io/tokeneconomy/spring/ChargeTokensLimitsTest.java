package io.tokeneconomy.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Ledger;
import io.tokeneconomy.ledger.OperationRefusedException;
import io.tokeneconomy.spring.charge.ChargeTokens;
import io.tokeneconomy.spring.charge.CurrentAccount;
import io.tokeneconomy.spring.charge.InvalidChargeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
import org.springframework.expression.EvaluationException;
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
        long huge = 3_689_348_814_741_910_324L;
        Order order = new Order(858_993_460, List.of(huge));
        assertNotPaidFor(() -> studio.sized(858_993_460));
        assertNotPaidFor(() -> studio.sizedLong(huge));
        assertNotPaidFor(() -> studio.ofProperty(order));
        assertNotPaidFor(() -> studio.ofArray(new int[] {858_993_460}));
        assertNotPaidFor(() -> studio.ofList(order));
        assertNotPaidFor(() -> studio.compared(order));
        assertThatThrownBy(() -> studio.within(order)).isInstanceOf(EvaluationException.class);
        assertNotPaidFor(studio::literal);
        assertNotPaidFor(studio::negated);
        assertUntouched();
    }

    @Test
    void aCostThatFitsIsComputed() {
        Order order = new Order(3, List.of(4L));
        studio.ofProperty(order);
        studio.ofArray(new int[] {2});
        studio.ofList(order);
        studio.compared(order);
        studio.within(order);
        assertThat(ledger.balance(ALICE).available()).isEqualTo(100 - 15 - 10 - 20 - 1 - 15);
    }

    @Test
    void arithmeticThatCannotBeMadeExactIsRefused() {
        assertThatThrownBy(() -> studio.power(2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("may overflow");
        assertThatThrownBy(() -> studio.projected(List.of(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("may overflow");
        assertUntouched();
    }

    @Test
    void aCostThatCannotBeComputedIsTheCallsFault() {
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> studio.shared(0), () -> studio.rest(0), () -> studio.exactly(Long.MAX_VALUE))) {
            assertThatThrownBy(call)
                    .isInstanceOfSatisfying(
                            InvalidChargeException.class,
                            refused -> assertThat(refused.field()).isEqualTo("cost"));
        }
        studio.shared(2);
        assertThat(ledger.balance(ALICE).available()).isEqualTo(95);
    }

    @Test
    void doneWorkWhoseSettlementFailsCostsWhatWasSetAside() {
        assertThat(studio.settledWrongly()).isEqualTo("done");
        assertThat(studio.settledBelowZero()).isEqualTo(-1);
        assertThat(ledger.balance(ALICE).available()).isEqualTo(86);
        assertThat(ledger.balance(ALICE).held()).isZero();
    }

    @Test
    void aKeyThatIsNoneIsRefused() {
        send("k".repeat(256));
        assertThatThrownBy(studio::first)
                .isInstanceOfSatisfying(
                        InvalidChargeException.class,
                        refused -> assertThat(refused.field()).isEqualTo("key"));
        assertThatThrownBy(() -> studio.keyed("two words")).isInstanceOf(InvalidChargeException.class);
        assertUntouched();
        send("k".repeat(255));
        studio.first();
        assertThat(ledger.balance(ALICE).available()).isEqualTo(99);
    }

    @Test
    void anAccountThatIsNoneIsRefused() {
        assertThatThrownBy(() -> studio.paidBy(" bob"))
                .isInstanceOfSatisfying(
                        InvalidChargeException.class,
                        refused -> assertThat(refused.field()).isEqualTo("account"));
    }

    private static void send(String key) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Idempotency-Key", key);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
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
        send("request-1");
        studio.first();
        studio.second();
        assertThat(ledger.balance(ALICE).available()).isEqualTo(98);
    }

    @Test
    void anAnnotationOfAnInterfaceCounts() {
        studio.offered();
        assertThat(ledger.balance(ALICE).available()).isEqualTo(99);
    }

    private static void assertNotPaidFor(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfAny(OperationRefusedException.class, InvalidChargeException.class);
    }

    private void assertUntouched() {
        assertThat(ledger.balance(ALICE).available()).isEqualTo(100);
        assertThat(ledger.balance(ALICE).held()).isZero();
    }

    record Order(int size, List<Long> prices) {}

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

        @ChargeTokens(cost = "#order.size * 5")
        public void ofProperty(Order order) {}

        @ChargeTokens(cost = "#sizes[0] * 5")
        public void ofArray(int[] sizes) {}

        @ChargeTokens(cost = "#order.prices[0] * 5")
        public void ofList(Order order) {}

        @ChargeTokens(cost = "#order.size() * 5 > 100 ? #order.size() * 5 : 1")
        public void compared(Order order) {}

        @ChargeTokens(cost = "T(Math).max(1, #order.size * 5)")
        public void within(Order order) {}

        @ChargeTokens(cost = "4611686018427387904L * 4 + 1")
        public void literal() {}

        @ChargeTokens(cost = "-(T(Long).MIN_VALUE)")
        public void negated() {}

        @ChargeTokens(cost = "10 / #parts")
        public void shared(int parts) {}

        @ChargeTokens(cost = "10 % #parts")
        public void rest(int parts) {}

        @ChargeTokens(cost = "T(Math).multiplyExact(#size, 5L)")
        public void exactly(long size) {}

        @ChargeTokens(cost = "#size ^ 2")
        public void power(int size) {}

        @ChargeTokens(cost = "#sizes.![#this * 5][0]")
        public void projected(List<Integer> sizes) {}

        @ChargeTokens(cost = "7", settle = "#result.length() / 0")
        public String settledWrongly() {
            return "done";
        }

        @ChargeTokens(cost = "7", settle = "#result")
        public int settledBelowZero() {
            return -1;
        }

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
