package io.tokeneconomy.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Ledger;
import io.tokeneconomy.ledger.WorkNotRunException;
import io.tokeneconomy.spring.charge.ChargeTokens;
import io.tokeneconomy.spring.charge.CurrentAccount;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.scheduling.annotation.Async;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What is charged though its class says nothing: an interface, a superclass or what it returns does. */
class ChargedInterfacesTest {

    private static final AccountId ALICE = AccountId.of("alice");

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private Ledger ledger;

    @BeforeEach
    void start() {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("shop", Map.of("token-economy.base-url", "http://localhost:8080")));
        context.register(Shop.class);
        context.refresh();
        ledger = context.getBean(TokenEconomy.class).ledger();
        ledger.grant(ALICE, 100, IdempotencyKey.of("welcome")).orElseThrow();
    }

    @AfterEach
    void stop() {
        RequestContextHolder.resetRequestAttributes();
        context.close();
    }

    /** Names of generated classes differ from process to process, as they do between these two. */
    @ParameterizedTest
    @ValueSource(strings = {"lambda", "proxy"})
    void aRetryThatAnotherProcessAnswersIsTheSameCall(String made) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Idempotency-Key", "picture-1");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        draw(made).draw();
        assertThatThrownBy(draw(made + "OfAnotherProcess")::draw).isInstanceOf(WorkNotRunException.class);
        assertThat(ledger.balance(ALICE).available()).isEqualTo(95);
    }

    @Test
    void workThatAnInterfaceOrASubclassSendsAwayIsRefused() {
        assertThatThrownBy(context.getBean(Sent.class)::send).hasMessageContaining("before its work is done");
        assertThatThrownBy(context.getBean(AllSent.class)::work).hasMessageContaining("before its work is done");
        assertUntouched();
    }

    @Test
    void workForLaterIsRefusedThoughItIsWrapped() {
        Wrapped wrapped = context.getBean(Wrapped.class);
        assertThatThrownBy(wrapped::streamed).hasMessageContaining("before its work is done");
        assertThatThrownBy(wrapped::any).hasMessageContaining("before its work is done");
        assertThatThrownBy(wrapped::listed).hasMessageContaining("before its work is done");
        assertUntouched();
        assertThat(wrapped.done().getBody()).isEqualTo("done");
        assertThat(wrapped.<String>same("done")).isEqualTo("done");
        assertThat(ledger.balance(ALICE).available()).isEqualTo(90);
    }

    private Draw draw(String name) {
        return context.getBean(name, Draw.class);
    }

    private void assertUntouched() {
        assertThat(ledger.balance(ALICE).available()).isEqualTo(100);
        assertThat(ledger.balance(ALICE).held()).isZero();
    }

    interface Draw {

        @ChargeTokens(cost = "5")
        String draw();
    }

    interface Mail {

        @Async
        void send();
    }

    static class Sent implements Mail {

        @Override
        @ChargeTokens(cost = "5")
        public void send() {}
    }

    static class Worker {

        @ChargeTokens(cost = "5")
        public void work() {}
    }

    @Async
    static class AllSent extends Worker {}

    static class Wrapped {

        @ChargeTokens(cost = "5")
        public ResponseEntity<StreamingResponseBody> streamed() {
            return ResponseEntity.ok(out -> out.write(1));
        }

        @ChargeTokens(cost = "5")
        public ResponseEntity<?> any() {
            return ResponseEntity.ok((StreamingResponseBody) out -> out.write(1));
        }

        @ChargeTokens(cost = "5")
        public List<CompletableFuture<String>> listed() {
            return List.of(new CompletableFuture<>());
        }

        @ChargeTokens(cost = "5")
        public ResponseEntity<String> done() {
            return ResponseEntity.ok("done");
        }

        @ChargeTokens(cost = "5")
        public <T extends Comparable<T>> T same(T given) {
            return given;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import({Host.Common.class, Host.WithJdbc.class})
    @ImportAutoConfiguration(MethodsAutoConfiguration.class)
    static class Shop {

        @Bean
        Draw lambda() {
            return () -> "a fox";
        }

        @Bean
        Draw lambdaOfAnotherProcess() {
            return () -> "a fox";
        }

        @Bean
        Draw proxy() {
            return proxied(Draw.class);
        }

        @Bean
        Draw proxyOfAnotherProcess() {
            return proxied(Draw.class, AutoCloseable.class);
        }

        private static Draw proxied(Class<?>... interfaces) {
            return (Draw) Proxy.newProxyInstance(
                    Draw.class.getClassLoader(), interfaces, (self, method, arguments) -> switch (method.getName()) {
                        case "equals" -> self == arguments[0];
                        case "hashCode" -> System.identityHashCode(self);
                        default -> "a fox";
                    });
        }

        @Bean
        Sent sent() {
            return new Sent();
        }

        @Bean
        AllSent allSent() {
            return new AllSent();
        }

        @Bean
        Wrapped wrapped() {
            return new Wrapped();
        }

        @Bean
        CurrentAccount alice() {
            return () -> Optional.of(ALICE);
        }
    }
}
