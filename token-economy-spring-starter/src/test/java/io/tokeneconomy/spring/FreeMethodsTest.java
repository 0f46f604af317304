package io.tokeneconomy.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.spring.charge.ChargeTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** A method with a price that nobody would ever pay stops the start. */
class FreeMethodsTest {

    private final ApplicationContextRunner shop = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    StoreAutoConfiguration.class, MethodsAutoConfiguration.class, TokenEconomyAutoConfiguration.class))
            .withBean(LedgerStore.class, Parts::store)
            .withPropertyValues(Parts.REQUIRED);

    @ParameterizedTest
    @ValueSource(classes = {OfPrivate.class, OfStatic.class, OfFinal.class, Inherited.class})
    void aMethodThatNoProxySeesIsRefused(Class<?> type) {
        shop.withBean(type)
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageStartingWith("@ChargeTokens of ")
                        .hasMessageContaining("it would be free"));
    }

    @Test
    void aMethodThatIsInNoInterfaceIsRefusedWhereProxiesHaveNothingElse() {
        ApplicationContextRunner interfaces = shop.withPropertyValues("spring.aop.proxy-target-class=false");
        interfaces
                .withBean(Beside.class)
                .run(context ->
                        assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("is in no interface"));
        interfaces.withBean(Within.class).run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void aClassOfTheHostsBelowSpringsOwnPackageIsSeenToo() {
        shop.withBean(org.springframework.samples.shop.OfPrivate.class)
                .run(context ->
                        assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("it would be free"));
    }

    @Test
    void everythingElseStarts() {
        shop.withBean(Plain.class).run(context -> assertThat(context).hasNotFailed());
    }

    static class Plain {

        @ChargeTokens(cost = "1")
        public void one() {}

        @ChargeTokens(cost = "1")
        void two() {}
    }

    static class OfPrivate {

        public void shown() {
            hidden();
        }

        @ChargeTokens(cost = "1")
        private void hidden() {}
    }

    static class OfStatic {

        @ChargeTokens(cost = "1")
        public static void everybodys() {}
    }

    static class OfFinal {

        @ChargeTokens(cost = "1")
        public final void last() {}
    }

    static class Inherited extends OfFinal {}

    interface Offer {
        void offered();
    }

    static class Beside implements Offer {

        @Override
        public void offered() {}

        @ChargeTokens(cost = "1")
        public void beside() {}
    }

    static class Within implements Offer {

        @Override
        @ChargeTokens(cost = "1")
        public void offered() {}
    }
}
