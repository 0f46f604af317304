package io.tokeneconomy.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.StoreException;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.spring.operate.TokenEconomyEndpoint;
import java.lang.reflect.Proxy;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;

class OperateAutoConfigurationTest {

    private static final AutoConfigurations OURS = AutoConfigurations.of(
            StoreAutoConfiguration.class,
            OperateAutoConfiguration.class,
            TokenEconomyAutoConfiguration.class,
            Boot3HealthAutoConfiguration.class,
            EndpointAutoConfiguration.class,
            ReactiveAutoConfiguration.class);

    private final ApplicationContextRunner bare =
            new ApplicationContextRunner().withConfiguration(OURS).withPropertyValues(Parts.REQUIRED);

    private final ApplicationContextRunner shop = bare.withBean(LedgerStore.class, Parts::store);

    @Test
    void bookingsAndTheStoreAreMeasured() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        ObservationRegistry observations = ObservationRegistry.create();
        observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
        shop.withBean(MeterRegistry.class, () -> meters)
                .withBean(ObservationRegistry.class, () -> observations)
                .run(context -> {
                    context.getBean(TokenEconomy.class)
                            .ledger()
                            .grant(AccountId.of("alice"), 5, IdempotencyKey.of("welcome"));
                    context.getBean(TokenEconomy.class)
                            .ledger()
                            .spend(AccountId.of("alice"), 50, IdempotencyKey.of("image"));
                    assertThat(meters.get("token.economy.tokens")
                                    .tag("type", "grant")
                                    .counter()
                                    .count())
                            .isEqualTo(5);
                    assertThat(meters.get("token.economy.refusals")
                                    .tags("operation", "Spend", "reason", "Insufficient")
                                    .counter()
                                    .count())
                            .isEqualTo(1);
                    assertThat(meters.get("token.economy.store").timers()).isNotEmpty();
                    assertThat(meters.get("token.economy.batch").summary().mean())
                            .isEqualTo(1);
                });
    }

    @Test
    void whatElseAGatewayCanDoIsThereWhenItIsObserved() {
        shop.run(context ->
                assertThat(context.getBean(TokenEconomy.class).topUps()).isNotNull());
    }

    @Test
    void withoutMicrometerEverythingElseWorks() {
        shop.withClassLoader(new FilteredClassLoader("io.micrometer"))
                .run(context -> assertThat(context).hasSingleBean(TokenEconomy.class));
    }

    @Test
    void healthIsDownWhileTheStoreCannotBeRead() {
        boolean[] broken = new boolean[1];
        bare.withBean(LedgerStore.class, () -> breakable(broken)).run(context -> {
            HealthIndicator health = context.getBean(HealthIndicator.class);
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
            broken[0] = true;
            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
            assertThat(health.health().getDetails()).containsEntry("store", "the disk is gone");
        });
    }

    @Test
    void healthNeverThrows() {
        bare.withBean(LedgerStore.class, () -> failing(new IllegalStateException("a driver's own")))
                .run(context -> assertThat(
                                context.getBean(HealthIndicator.class).health().getDetails())
                        .containsEntry("store", "java.lang.IllegalStateException: a driver's own"));
    }

    @Test
    void healthCanBeSwitchedOff() {
        shop.withPropertyValues("management.health.token-economy.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(HealthIndicator.class));
    }

    @Test
    void theEndpointIsThereWhenItIsExposed() {
        shop.run(context -> assertThat(context).doesNotHaveBean(TokenEconomyEndpoint.class));
        shop.withPropertyValues("management.endpoints.web.exposure.include=tokeneconomy")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void switchedOffNothingIsThereThoughTheApplicationHasAnEconomyOfItsOwn() {
        bare.withPropertyValues("token-economy.enabled=false", "management.endpoints.web.exposure.include=tokeneconomy")
                .withBean(TokenEconomy.class, OperateAutoConfigurationTest::economy)
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(HealthIndicator.class)
                        .doesNotHaveBean(TokenEconomyEndpoint.class)
                        .doesNotHaveBean("tokenEconomyInfo"));
    }

    @Test
    void withoutItsMetersAnEconomyHasNoHealth() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(Boot3HealthAutoConfiguration.class))
                .withBean(TokenEconomy.class, OperateAutoConfigurationTest::economy)
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(HealthIndicator.class));
    }

    private static TokenEconomy economy() {
        return TokenEconomy.builder()
                .store(Parts.store())
                .payments(Parts.gateway(PaymentMode.TEST))
                .baseUrl(URI.create("https://own.example"))
                .build();
    }

    @Test
    void aReactiveApplicationStartsAndIsTold() {
        new ReactiveWebApplicationContextRunner()
                .withConfiguration(OURS)
                .withPropertyValues(Parts.REQUIRED)
                .withBean(LedgerStore.class, Parts::store)
                .run(context ->
                        assertThat(context).hasSingleBean(TokenEconomy.class).hasBean("tokenEconomyTellsOfWebFlux"));
    }

    private static LedgerStore failing(RuntimeException failure) {
        return breakable(new boolean[] {true}, failure);
    }

    private static LedgerStore breakable(boolean[] broken) {
        return breakable(broken, StoreException.broken("the disk is gone", null));
    }

    private static LedgerStore breakable(boolean[] broken, RuntimeException failure) {
        LedgerStore store = io.tokeneconomy.ledger.store.memory.MemoryLedgerStore.create();
        return (LedgerStore) Proxy.newProxyInstance(
                LedgerStore.class.getClassLoader(), new Class<?>[] {LedgerStore.class}, (self, method, arguments) -> {
                    if (broken[0] && method.getName().equals("read")) {
                        throw failure;
                    }
                    return method.invoke(store, arguments);
                });
    }
}
