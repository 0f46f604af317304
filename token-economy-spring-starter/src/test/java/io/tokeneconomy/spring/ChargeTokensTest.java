package io.tokeneconomy.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Ledger;
import io.tokeneconomy.ledger.OperationRefusedException;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.WorkNotRunException;
import io.tokeneconomy.spring.charge.ChargeTokens;
import io.tokeneconomy.spring.charge.CurrentAccount;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class ChargeTokensTest {

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
        context.close();
    }

    @Test
    void theCostIsTakenWhenItReturns() throws IOException {
        assertThat(studio.draw("cat", 2)).isEqualTo("cat, held 10");
        assertThat(ledger.balance(ALICE).available()).isEqualTo(90);
        assertThat(ledger.balance(ALICE).held()).isZero();
    }

    @Test
    void whatItThrowsIsThrownOnAndTheTokensComeBack() {
        assertThatThrownBy(() -> studio.draw("broken", 2))
                .isInstanceOf(IOException.class)
                .hasMessage("no ink");
        assertThat(ledger.balance(ALICE).available()).isEqualTo(100);
    }

    @Test
    void withTooFewTokensItDoesNotRun() {
        assertThatThrownBy(() -> studio.draw("mural", 50))
                .isInstanceOfSatisfying(
                        OperationRefusedException.class,
                        refused -> assertThat(refused.outcome()).isEqualTo(new Outcome.Insufficient(ALICE, 100, 250)));
        assertThat(ledger.balance(ALICE).available()).isEqualTo(100);
    }

    @Test
    void theSameKeyIsChargedOnce() {
        studio.once("image-1");
        assertThatThrownBy(() -> studio.once("image-1")).isInstanceOf(WorkNotRunException.class);
        assertThat(ledger.balance(ALICE).available()).isEqualTo(95);
    }

    @Test
    void itSettlesForWhatItCostInTheEnd() {
        assertThat(studio.write("bob")).isEqualTo(3);
        assertThat(ledger.balance(ALICE).available()).isEqualTo(100);
        assertThat(ledger.balance(AccountId.of("bob")).available()).isEqualTo(17);
    }

    @Test
    void theChargeIsAroundTheMethodsOwnTransaction() {
        assertThat(studio.transactional()).isTrue();
        assertThat(ledger.balance(ALICE).available()).isEqualTo(99);
    }

    @Test
    void aChargeWithinAChargeLeavesTheLogsFieldToTheOuterOne() {
        assertThat(studio.outer(context.getBean(Assistant.class))).containsExactly("alice", "bob", "alice");
        assertThat(MDC.get("tokenEconomyAccount")).isNull();
    }

    @Test
    void workThatIsNotDoneWhenItReturnsIsRefused() {
        assertThatThrownBy(() -> studio.later())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("returns before its work is done");
    }

    @Test
    void aCostThatIsNoWholeNumberIsRefused() {
        assertThatThrownBy(() -> studio.half())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("gives 0.5");
        assertThat(ledger.balance(ALICE).available()).isEqualTo(100);
    }

    /** A service whose methods cost tokens. */
    static class Studio {

        private final TokenEconomy economy;

        Studio(TokenEconomy economy) {
            this.economy = economy;
        }

        @ChargeTokens(cost = "#size * 5")
        public String draw(String what, int size) throws IOException {
            if (what.equals("broken")) {
                throw new IOException("no ink");
            }
            return what + ", held " + economy.ledger().balance(ALICE).held();
        }

        @ChargeTokens(cost = "5", key = "#name")
        public void once(String name) {}

        @ChargeTokens(cost = "10", account = "#who", settle = "#result")
        public int write(String who) {
            return 3;
        }

        @Transactional
        @ChargeTokens(cost = "1")
        public boolean transactional() {
            return TransactionSynchronizationManager.isActualTransactionActive();
        }

        @ChargeTokens(cost = "1")
        public CompletableFuture<String> later() {
            return CompletableFuture.completedFuture("done");
        }

        @ChargeTokens(cost = "0.5")
        public void half() {}

        @ChargeTokens(cost = "2")
        public List<String> outer(Assistant assistant) {
            return List.of(MDC.get("tokenEconomyAccount"), assistant.help("bob"), MDC.get("tokenEconomyAccount"));
        }
    }

    /** Is paid by somebody else. */
    static class Assistant {

        @ChargeTokens(cost = "1", account = "#who")
        public String help(String who) {
            return MDC.get("tokenEconomyAccount");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement(proxyTargetClass = true)
    @Import({Host.Common.class, Host.WithJdbc.class})
    @ImportAutoConfiguration(MethodsAutoConfiguration.class)
    static class Shop {

        @Bean
        Studio studio(TokenEconomy economy) {
            economy.ledger()
                    .grant(AccountId.of("bob"), 20, IdempotencyKey.of("bob"))
                    .orElseThrow();
            return new Studio(economy);
        }

        @Bean
        Assistant assistant() {
            return new Assistant();
        }

        @Bean
        CurrentAccount alice() {
            return () -> Optional.of(ALICE);
        }
    }
}
