package io.tokeneconomy.spring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.event.TokenEconomyListener;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.payment.PaymentGateway;
import io.tokeneconomy.spring.operate.CallMeters;
import io.tokeneconomy.spring.operate.CallWatch;
import io.tokeneconomy.spring.operate.Calls;
import io.tokeneconomy.spring.operate.Checkup;
import io.tokeneconomy.spring.operate.EntryMeters;
import io.tokeneconomy.spring.operate.LogFields;
import io.tokeneconomy.spring.operate.Observed;
import io.tokeneconomy.spring.operate.OutstandingGauge;
import io.tokeneconomy.spring.operate.ParkedGauge;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Observations of store and gateway, and meters of what is booked, where Micrometer is there. */
@AutoConfiguration(
        before = TokenEconomyAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration",
            "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration"
        })
@ConditionalOnBooleanProperty(name = "token-economy.enabled", matchIfMissing = true)
public final class OperateAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Calls tokenEconomyGatewayCalls() {
        return new Calls(InstantSource.system());
    }

    @Bean
    @ConditionalOnMissingBean
    Checkup tokenEconomyCheckup(ObjectProvider<TokenEconomy> economy, Calls calls) {
        return new Checkup(economy::getObject, calls);
    }

    @Bean
    @ConditionalOnMissingBean
    LogFields tokenEconomyLogFields() {
        return new LogFields();
    }

    /** First, so that a customizer of the application still has the last word. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(ObservationRegistry.class)
    static class WithObservations {

        @Bean
        @Order(Ordered.HIGHEST_PRECEDENCE)
        TokenEconomyCustomizer tokenEconomyObservations(
                ObjectProvider<LedgerStore> store,
                ObjectProvider<PaymentGateway> gateway,
                ObjectProvider<ObservationRegistry> registry,
                ObjectProvider<CallWatch> watches,
                Calls calls) {
            Observed observed = new Observed(
                    registry.getIfAvailable(() -> ObservationRegistry.NOOP),
                    watches.orderedStream().toList());
            return builder -> {
                store.ifAvailable(found -> builder.store(observed.store(found)));
                gateway.ifAvailable(found -> builder.payments(observed.gateway(found, calls)));
            };
        }
    }

    /** What is booked, and what waits. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MeterRegistry.class)
    @ConditionalOnBean(MeterRegistry.class)
    static class WithMeters {

        @Bean
        TokenEconomyListener tokenEconomyEntryMeters(MeterRegistry registry) {
            return new EntryMeters(registry);
        }

        @Bean
        CallMeters tokenEconomyCallMeters(ObjectProvider<MeterRegistry> registry) {
            return new CallMeters(registry::getObject, InstantSource.system());
        }

        @Bean
        OutstandingGauge tokenEconomyOutstandingGauge(ObjectProvider<TokenEconomy> economy) {
            return new OutstandingGauge(economy::getObject, InstantSource.system());
        }

        @Bean
        ParkedGauge tokenEconomyParkedGauge(ObjectProvider<TokenEconomy> economy) {
            return new ParkedGauge(economy::getObject, InstantSource.system());
        }
    }
}
