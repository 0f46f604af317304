package io.tokeneconomy.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.Shop;
import io.tokeneconomy.StripeRule;
import io.tokeneconomy.TokenEconomyBuilder;
import io.tokeneconomy.event.TokenEconomyEvent;
import io.tokeneconomy.event.TokenEconomyListener;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.InvalidSignatureException;
import io.tokeneconomy.payment.PaymentGateway;
import io.tokeneconomy.webhook.WebhookResult.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets which event. */
class WebhooksTest {

    @Test
    @StripeRule(18)
    void whatIsNotOursGoesToTheHostsHandlersOfItsType() {
        List<String> seen = new ArrayList<>();
        try (Shop shop = shop(builder -> builder.onEvent(
                        "customer.subscription.updated",
                        event -> seen.add("first " + event.envelope().id()))
                .onEvent("customer.subscription.updated", event -> seen.add("second"))
                .onEvent("invoice.paid", event -> seen.add("never")))) {

            assertThat(shop.receive("customer.subscription.updated 7")).isEqualTo(Outcome.HANDLED);
            assertThat(shop.receive("customer.created 8")).isEqualTo(Outcome.IGNORED);
        }
        assertThat(seen).containsExactly("first evt_7", "second");
    }

    @Test
    void aTokenPurchaseIsNotForTheHost() {
        List<String> seen = new ArrayList<>();
        try (Shop shop = shop(b -> b.onEvent("checkout.session.completed", event -> seen.add(event.toString())))) {
            CheckoutSession session = shop.paid();
            assertThat(shop.deliver("completed", session.id())).isEqualTo(Outcome.CREDITED);
            assertThat(seen).isEmpty();

            assertThat(shop.deliver("completed", "cs_foreign")).isEqualTo(Outcome.HANDLED);
            assertThat(seen).hasSize(1);
        }
    }

    @Test
    void aFailingHandlerHasTheEventDeliveredAgain() {
        try (Shop shop = shop(b -> b.onEvent("invoice.paid", event -> {
            throw new IllegalStateException("host is busy");
        }))) {
            assertThatThrownBy(() -> shop.receive("invoice.paid 1")).hasMessage("host is busy");
        }
    }

    @Test
    void aFailingListenerNeitherUndoesACreditNorSilencesTheNext() {
        List<TokenEconomyEvent> told = new ArrayList<>();
        TokenEconomyListener failing = event -> {
            throw new IllegalStateException("listener is broken");
        };
        try (Shop shop = shop(b -> b.listener(failing).listener(told::add))) {
            assertThat(shop.deliver("completed", shop.paid().id())).isEqualTo(Outcome.CREDITED);
            assertThat(shop.balance(Shop.ALICE)).isEqualTo(110);
        }
        assertThat(told).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"live", "connected"})
    @StripeRule({23, 29, 30})
    void eventsThatAreNotAboutThisShopAreIgnored(String flag) {
        List<String> seen = new ArrayList<>();
        try (Shop shop = shop(b -> b.onEvent("invoice.paid", event -> seen.add("never")))) {
            CheckoutSession session = shop.paid();

            assertThat(shop.receive("checkout.session.completed " + session.id() + " " + flag))
                    .isEqualTo(Outcome.IGNORED);
            assertThat(shop.receive("invoice.paid 1 " + flag)).isEqualTo(Outcome.IGNORED);
            assertThat(shop.balance(Shop.ALICE)).isZero();
        }
        assertThat(seen).isEmpty();
    }

    /** Whatever a framework parsed is not what was signed. */
    @Test
    @StripeRule(7)
    void onlyBytesAreTaken() {
        for (Class<?> type : List.of(Webhooks.class, PaymentGateway.class)) {
            assertThat(type.getMethods())
                    .filteredOn(method -> method.getName().matches("receive|verify"))
                    .singleElement()
                    .satisfies(method ->
                            assertThat(method.getParameterTypes()).containsExactly(byte[].class, String.class));
        }
    }

    @Test
    void aListenerMaySmuggleACheckedException() {
        TokenEconomyListener smuggling =
                event -> WebhooksTest.<RuntimeException>smuggle(new IOException("from another language"));
        try (Shop shop = shop(b -> b.listener(smuggling))) {
            assertThat(shop.deliver("completed", shop.paid().id())).isEqualTo(Outcome.CREDITED);
        }
    }

    @Test
    @StripeRule(8)
    void aForgedCallChangesNothing() {
        try (Shop shop = shop(builder -> builder)) {
            CheckoutSession session = shop.paid();
            byte[] payload = ("checkout.session.completed " + session.id()).getBytes(StandardCharsets.UTF_8);

            assertThatThrownBy(() -> shop.economy.webhooks().receive(payload, "forged"))
                    .isInstanceOf(InvalidSignatureException.class);
            assertThat(shop.balance(Shop.ALICE)).isZero();
        }
    }

    private static Shop shop(UnaryOperator<TokenEconomyBuilder> more) {
        return Shop.on(MemoryLedgerStore.create(), more);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void smuggle(Throwable throwable) throws E {
        throw (E) throwable;
    }
}
