package io.tokeneconomy.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.catalog.TokenPackage;
import io.tokeneconomy.checkout.CheckoutSettings;
import io.tokeneconomy.event.TokenEconomyEvent;
import io.tokeneconomy.event.TokenEconomyListener;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.jdbc.JdbcLedgerStore;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.payment.PaymentGateway;
import io.tokeneconomy.payment.stripe.StripeGateway;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class TokenEconomyAutoConfigurationTest {

    private final ApplicationContextRunner bare = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(StoreAutoConfiguration.class, TokenEconomyAutoConfiguration.class));

    private final ApplicationContextRunner shop =
            bare.withPropertyValues(Parts.REQUIRED).withBean(LedgerStore.class, Parts::store);

    @Test
    void threePropertiesAndAStoreMakeAnEconomy() {
        shop.run(context -> {
            assertThat(context).hasSingleBean(TokenEconomy.class).hasSingleBean(StripeGateway.class);
            TokenEconomy economy = context.getBean(TokenEconomy.class);
            assertThat(economy.settings().baseUrl()).isEqualTo(URI.create("https://shop.example"));
            assertThat(economy.catalog()).isEqualTo(Catalog.standard());
        });
    }

    @Test
    void withoutAStoreBeanItIsAnSqliteFile(@TempDir Path folder) {
        Path file = folder.resolve("tokens.db");
        bare.withPropertyValues(Parts.REQUIRED)
                .withPropertyValues("token-economy.store.sqlite-file=" + file)
                .run(context -> {
                    assertThat(context).hasSingleBean(JdbcLedgerStore.class).hasSingleBean(TokenEconomy.class);
                    assertThat(file).isNotEmptyFile();
                });
    }

    @Test
    void theMasterSwitchLeavesNothing() {
        bare.withPropertyValues("token-economy.enabled=false")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(TokenEconomy.class)
                        .doesNotHaveBean(Catalog.class)
                        .doesNotHaveBean(PaymentGateway.class)
                        .doesNotHaveBean(TokenEconomyProperties.class));
    }

    @Test
    void theApplicationsGatewayWinsAndNeedsNoStripeProperty() {
        PaymentGateway own = Parts.gateway(PaymentMode.TEST);
        bare.withPropertyValues("token-economy.base-url=http://localhost:8080")
                .withBean(LedgerStore.class, Parts::store)
                .withBean(PaymentGateway.class, () -> own)
                .run(context -> {
                    assertThat(context).hasSingleBean(TokenEconomy.class);
                    assertThat(context.getBean(PaymentGateway.class)).isSameAs(own);
                });
    }

    @Test
    void theApplicationsCatalogWins() {
        Catalog own = Catalog.of(TokenPackage.builder("tiny")
                .name("Tiny")
                .tokens(1)
                .price(Money.of(100, "eur"))
                .build());
        shop.withBean(Catalog.class, () -> own)
                .withPropertyValues("token-economy.catalog.file=not-looked-at")
                .run(context -> assertThat(context.getBean(TokenEconomy.class).catalog())
                        .isSameAs(own));
    }

    @Test
    void theApplicationsEconomyWinsAndNothingElseIsMade() {
        TokenEconomy own = TokenEconomy.builder()
                .store(Parts.store())
                .payments(Parts.gateway(PaymentMode.TEST))
                .baseUrl(URI.create("https://own.example"))
                .build();
        bare.withBean(TokenEconomy.class, () -> own).run(context -> {
            assertThat(context.getBean(TokenEconomy.class)).isSameAs(own);
            assertThat(context).doesNotHaveBean(LedgerStore.class).doesNotHaveBean(PaymentGateway.class);
        });
    }

    @Test
    void closingTheContextClosesStoreAndGatewayOnceAndAfterWhatUsesThem() {
        AtomicInteger store = new AtomicInteger();
        AtomicInteger gateway = new AtomicInteger();
        List<Integer> closedBefore = new ArrayList<>();
        bare.withPropertyValues(Parts.REQUIRED)
                .withBean("store", LedgerStore.class, () -> Parts.store(store))
                .withBean("gateway", PaymentGateway.class, () -> Parts.gateway(PaymentMode.TEST, gateway))
                .withBean(
                        "flusher",
                        DisposableBean.class,
                        () -> () -> closedBefore.add(store.get() + gateway.get()),
                        bean -> bean.setDependsOn("store", "gateway"))
                .run(context -> assertThat(store).hasValue(0));
        assertThat(closedBefore).containsExactly(0);
        assertThat(store).hasValue(1);
        assertThat(gateway).hasValue(1);
    }

    @Test
    void aCustomizerHasTheLastWord() {
        CheckoutSettings hour =
                CheckoutSettings.at(URI.create("https://other.example")).withLifetime(Duration.ofHours(1));
        shop.withBean(TokenEconomyCustomizer.class, () -> builder -> builder.checkout(hour))
                .run(context -> assertThat(context.getBean(TokenEconomy.class).settings())
                        .isEqualTo(hour));
    }

    @Test
    void everyListenerBeanIsToldWhatWasBooked() {
        List<String> told = new ArrayList<>();
        shop.withBean("one", TokenEconomyListener.class, () -> telling("one", told))
                .withBean("two", TokenEconomyListener.class, () -> telling("two", told))
                .run(context -> context.getBean(TokenEconomy.class)
                        .ledger()
                        .grant(AccountId.of("alice"), 5, IdempotencyKey.of("welcome")));
        assertThat(told).containsExactlyInAnyOrder("one: 5", "two: 5");
    }

    private static TokenEconomyListener telling(String name, List<String> told) {
        return event -> {
            if (event instanceof TokenEconomyEvent.Granted granted) {
                told.add(name + ": " + granted.tokens());
            }
        };
    }
}
