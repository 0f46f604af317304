package io.tokeneconomy.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.SandboxShop;
import io.tokeneconomy.Shop;
import io.tokeneconomy.StripeRule;
import io.tokeneconomy.checkout.CheckoutSettings;
import io.tokeneconomy.checkout.Confirmation;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.payment.CheckoutOptions;
import io.tokeneconomy.payment.CheckoutOptions.Feature;
import io.tokeneconomy.payment.sandbox.PayOptions;
import io.tokeneconomy.payment.sandbox.SandboxException;
import io.tokeneconomy.reconcile.ParkedResult;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checkouts that expired and are taken up again: another session, the same order. */
@StripeRule({51, 52, 53})
class RecoveredCheckoutTest {

    private static final CheckoutOptions OPTIONS =
            CheckoutOptions.NONE.with(Feature.RECOVERY).withQuantities(1, 10);

    private SandboxShop shop;

    @BeforeEach
    void open() throws IOException {
        shop = selling(OPTIONS);
    }

    private static SandboxShop selling(CheckoutOptions options) throws IOException {
        CheckoutSettings settings =
                CheckoutSettings.at(URI.create("http://localhost:8080")).withOptions(options);
        return new SandboxShop(builder -> builder.checkout(settings));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private String begin() {
        return shop.economy.checkout().start(Shop.ALICE, "popular").id();
    }

    private String expired() {
        String session = begin();
        shop.sandbox.expire(session);
        shop.settle();
        return session;
    }

    private Optional<String> address() {
        return shop.economy.checkout().recoveryUrl(shop.order().id());
    }

    private long available() {
        shop.settle();
        return shop.economy.ledger().balance(Shop.ALICE).available();
    }

    @Test
    void theSameOrderIsPaidByTheOtherSession() {
        String old = expired();
        assertThat(shop.order().state()).isEqualTo(OrderState.EXPIRED);
        assertThat(address()).isPresent();

        String recovered = shop.sandbox.recover(old);
        assertThat(recovered).isNotEqualTo(old);
        shop.sandbox.pay(recovered, SandboxShop.CARD);

        assertThat(available()).isEqualTo(110);
        assertThat(shop.order().state()).isEqualTo(OrderState.PAID);
        assertThat(shop.order().refs().sessionId()).isEqualTo(recovered);
        assertThat(address()).isEmpty();
        assertThat(shop.economy.checkout().confirm(Shop.ALICE, recovered).status())
                .isEqualTo(Confirmation.Status.ALREADY_DONE);
    }

    @Test
    void itsQuantityAndItsRefundAreItsOwn() {
        String recovered = shop.sandbox.recover(expired());
        shop.sandbox.pay(recovered, PayOptions.card(SandboxShop.CARD).quantity(0, 4));
        assertThat(available()).isEqualTo(440);

        shop.sandbox.refunds().make(recovered, 3_996);
        assertThat(available()).isZero();
    }

    /** Whoever opens the address twice has two sessions, and can pay both. */
    @Test
    void theSecondPaymentOfTheOrderWaitsForAPersonWhoCanGiveItBack() {
        String old = expired();
        String first = shop.sandbox.recover(old);
        String second = shop.sandbox.recover(old);
        shop.sandbox.pay(second, SandboxShop.CARD);
        shop.sandbox.pay(first, SandboxShop.CARD);

        assertThat(available()).isEqualTo(110);
        assertThat(shop.order().refs().sessionId()).isEqualTo(second);
        assertThat(shop.economy.parked().refund(first)).isInstanceOf(ParkedResult.Refunded.class);
        assertThat(available()).isEqualTo(110);
    }

    @Test
    void theOldSessionsEndDoesNotCloseWhatTheOtherPaid() {
        String recovered = shop.sandbox.recover(expired());
        shop.sandbox.pay(recovered, SandboxShop.CARD);
        shop.again("checkout.session.expired");

        assertThat(available()).isEqualTo(110);
        assertThat(shop.order().state()).isEqualTo(OrderState.PAID);
    }

    @Test
    void theAddressLeadsToThePageOfTheOtherSession() throws Exception {
        String old = expired();
        HttpResponse<String> answer = get(address().orElseThrow());

        assertThat(answer.statusCode()).isEqualTo(303);
        String page = answer.headers().firstValue("Location").orElseThrow();
        assertThat(page).doesNotContain(old);
        assertThat(get(page).body()).contains("$9.99");
        assertThat(get(address().orElseThrow() + "x").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void itIsOfferedForThirtyDays() {
        String old = expired();
        shop.pass(Duration.ofDays(31));

        assertThatThrownBy(() -> shop.sandbox.recover(old)).isInstanceOf(SandboxException.class);
    }

    @Test
    void openAndUnaskedForOnesHaveNoSuchAddress() throws IOException {
        begin();
        assertThat(address()).isEmpty();

        shop.close();
        shop = selling(CheckoutOptions.NONE);
        String old = expired();
        assertThat(address()).isEmpty();
        assertThatThrownBy(() -> shop.sandbox.recover(old)).isInstanceOf(SandboxException.class);
    }
}
