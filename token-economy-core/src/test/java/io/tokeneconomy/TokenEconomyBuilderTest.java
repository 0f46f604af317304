package io.tokeneconomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.catalog.TokenPackage;
import io.tokeneconomy.checkout.CheckoutSettings;
import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.payment.ScriptedGateway;
import io.tokeneconomy.payment.stripe.StripeGateway;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong settings are refused where they are made, with what is allowed. */
class TokenEconomyBuilderTest {

    private static final URI SHOP = URI.create("https://shop.example");

    @Test
    void storePaymentsAndAddressAreRequired() {
        assertThatThrownBy(() -> TokenEconomy.builder()
                        .payments(new ScriptedGateway())
                        .baseUrl(SHOP)
                        .build())
                .hasMessageContaining("store");
        assertThatThrownBy(() -> TokenEconomy.builder()
                        .store(MemoryLedgerStore.create())
                        .baseUrl(SHOP)
                        .build())
                .hasMessageContaining("payments");
        assertThatThrownBy(() -> TokenEconomy.builder()
                        .store(MemoryLedgerStore.create())
                        .payments(new ScriptedGateway())
                        .build())
                .hasMessageContaining("baseUrl");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop.example",
                "ftp://shop.example",
                "https:///path",
                "https://shop.example?x=1",
                "https://shop.example#a",
                "https://user@shop.example",
                "mailto:shop@example.com"
            })
    void anAddressThatBuyersCannotReturnToIsRefused(String url) {
        assertThatThrownBy(() -> TokenEconomy.builder().baseUrl(URI.create(url)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("baseUrl");
    }

    @Test
    void anAddressWithAUserIsRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> CheckoutSettings.at(URI.create("https://admin:hunter2@shop.example")))
                .hasMessageContaining("without user")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void theAddressHasALongestLength() {
        String longest = "https://shop.example/" + "a".repeat(979);
        assertThat(CheckoutSettings.at(URI.create(longest)).baseUrl()).hasToString(longest);
        assertThatThrownBy(() -> CheckoutSettings.at(URI.create(longest + "a"))).hasMessageContaining("1 to 1000");
    }

    @Test
    @StripeRule(30)
    void testTokensNeverBecomeRealOnes() {
        MemoryLedgerStore store = MemoryLedgerStore.create();
        TokenEconomyBuilder test = TokenEconomy.builder()
                .store(store)
                .payments(new ScriptedGateway())
                .baseUrl(SHOP);
        TokenEconomyBuilder live = TokenEconomy.builder()
                .store(store)
                .payments(new ScriptedGateway(PaymentMode.LIVE))
                .baseUrl(SHOP);
        live.build();
        test.build().checkout().start(AccountId.of("alice"), "popular");

        test.build();
        assertThatThrownBy(live::build)
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("LIVE mode")
                .hasMessageContaining("TEST mode");
    }

    @Test
    void theFirstOrderDecidesTheModeOfAStoreThatTwoShopsShare() {
        MemoryLedgerStore store = MemoryLedgerStore.create();
        TokenEconomy test = TokenEconomy.builder()
                .store(store)
                .payments(new ScriptedGateway())
                .baseUrl(SHOP)
                .build();
        TokenEconomy live = TokenEconomy.builder()
                .store(store)
                .payments(new ScriptedGateway(PaymentMode.LIVE))
                .baseUrl(SHOP)
                .build();
        AccountId alice = AccountId.of("alice");
        test.checkout().start(alice, "popular");

        assertThatThrownBy(() -> live.checkout().start(alice, "popular"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("use another store");
    }

    @Test
    void theEnvironmentLeavesWhatItDoesNotSpeakOf() {
        Catalog own = Catalog.of(TokenPackage.builder("gold")
                .name("Gold")
                .description("Ten")
                .tokens(10)
                .price(Money.of(100, "usd"))
                .build());
        CheckoutSettings settings =
                CheckoutSettings.at(URI.create("http://localhost:8080")).withLifetime(Duration.ofHours(1));
        try (TokenEconomy economy = TokenEconomy.builder()
                .store(MemoryLedgerStore.create())
                .payments(new ScriptedGateway())
                .catalog(own)
                .checkout(settings)
                .environment(Map.of("APP_BASE_URL", "https://shop.example"))
                .build()) {
            assertThat(economy.catalog()).isEqualTo(own);
            assertThat(economy.settings()).isEqualTo(settings.withBaseUrl(SHOP));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0085", "a\u2028b", "a\u202Eb", "a\u200Bb", "\uFEFFa", "\u00A0a", "a ", "\t"})
    void anAccountIdThatLooksLikeAnotherIsRefused(String id) {
        assertThatThrownBy(() -> AccountId.of(id)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void finalSlashesAreDropped() {
        assertThat(CheckoutSettings.at(URI.create("https://shop.example/app//")).successUrl())
                .isEqualTo("https://shop.example/app/tokens/success?session_id={CHECKOUT_SESSION_ID}");
    }

    @Test
    @StripeRule(55)
    void theLifetimeOfACheckoutHasEdges() {
        CheckoutSettings settings = CheckoutSettings.at(SHOP);
        assertThat(settings.withLifetime(Duration.ofMinutes(31)).lifetime()).isEqualTo(Duration.ofMinutes(31));
        assertThat(settings.withLifetime(Duration.ofHours(23)).lifetime()).isEqualTo(Duration.ofHours(23));
        assertThatThrownBy(() -> settings.withLifetime(Duration.ofMinutes(31).minusNanos(1)))
                .hasMessageContaining("PT31M to PT23H");
        assertThatThrownBy(() -> settings.withLifetime(Duration.ofHours(23).plusNanos(1)))
                .hasMessageContaining("PT31M to PT23H");
    }

    @Test
    void catalogAndAddressComeFromTheEnvironment() {
        try (TokenEconomy economy = TokenEconomy.builder()
                .store(MemoryLedgerStore.create())
                .payments(new ScriptedGateway())
                .environment(
                        Map.of("APP_BASE_URL", " https://shop.example/ ", "STRIPE_TOKEN_PRO_PRICE_ID", "price_123abc"))
                .build()) {
            assertThat(economy.settings().baseUrl()).isEqualTo(SHOP);
            assertThat(economy.catalog().require("pro").priceId()).contains("price_123abc");
        }
        assertThatThrownBy(() -> TokenEconomy.builder().environment(Map.of("APP_BASE_URL", "ftp://shop.example")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("APP_BASE_URL");
        assertThatThrownBy(() -> TokenEconomy.builder()
                        .environment(Map.of("APP_BASE_URL", " "))
                        .build())
                .hasMessageContaining("baseUrl");
    }

    @Test
    void liveMoneyNeedsHttps() {
        TokenEconomyBuilder builder = TokenEconomy.builder()
                .store(MemoryLedgerStore.create())
                .payments(StripeGateway.of("sk_live_1234567890", "whsec_1234567890"));

        assertThatThrownBy(() ->
                        builder.baseUrl(URI.create("http://localhost:8080")).build())
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("https");
        builder.baseUrl(SHOP).build().close();
    }
}
