package io.tokeneconomy.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.IdempotencyException;
import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.checkout.SessionCreateParams;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdempotencyTest {

    private final SettableTime time = new SettableTime();
    private StripeSandbox sandbox;
    private Shop shop;
    private RawHttp http;

    @BeforeEach
    void start() {
        sandbox = StripeSandbox.builder().time(time).start();
        shop = new Shop(sandbox);
        http = new RawHttp(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private Session create(SessionCreateParams request) throws StripeException {
        return shop.stripe()
                .v1()
                .checkout()
                .sessions()
                .create(
                        request,
                        RequestOptions.builder().setIdempotencyKey("order-1").build());
    }

    @Test
    void theSameKeyReplaysTheFirstAnswerEvenAfterTheSessionWasPaid() throws StripeException {
        Session first = create(Shop.request().build());
        sandbox.pay(first.getId(), "4242424242424242");
        Session again = create(Shop.request().build());

        assertThat(again).isEqualTo(first);
        assertThat(again.getStatus()).isEqualTo("open");
        assertThat(again.getLastResponse().headers().firstValue("idempotent-replayed"))
                .contains("true");
        assertThat(again.getLastResponse().headers().firstValue("original-request"))
                .contains(first.getLastResponse().requestId());
    }

    @Test
    void theSameKeyWithOtherParametersIsAConflict() throws StripeException {
        create(Shop.request().build());
        assertThatThrownBy(
                        () -> create(Shop.request().setClientReferenceId("bob").build()))
                .isInstanceOfSatisfying(
                        IdempotencyException.class,
                        error -> assertThat(error.getStatusCode()).isEqualTo(400));
    }

    @Test
    void aRefusalIsNotKept() throws StripeException {
        assertThatThrownBy(() -> create(Shop.request().setCustomer("cus_nope").build()))
                .hasMessageContaining("No such customer");
        assertThat(create(Shop.request().build()).getStatus()).isEqualTo("open");
    }

    @Test
    void aKeyIsForgottenAfterADay() throws StripeException {
        Session first = create(Shop.request().build());
        time.advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(create(Shop.request().build()).getId()).isEqualTo(first.getId());
        time.advance(Duration.ofSeconds(1));
        assertThat(create(Shop.request().build()).getId()).isNotEqualTo(first.getId());
    }

    @Test
    void manyRequestsWithOneKeyAtOnceHaveOneEffect() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            Callable<String> request = () -> create(Shop.request().build()).getId();
            List<Future<String>> ids =
                    threads.invokeAll(Stream.generate(() -> request).limit(48).toList());
            String first = ids.get(0).get();
            for (Future<String> id : ids) {
                assertThat(id.get()).isEqualTo(first);
            }
            assertThat(shop.stripe().v1().checkout().sessions().list().getData())
                    .hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aKeyOf255CharactersIsTakenAndALongerOneRefused() {
        assertThat(customerWithKey("k".repeat(255)).statusCode()).isEqualTo(200);
        assertThat(customerWithKey("k".repeat(256)).statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> customerWithKey(String key) {
        return http.send("POST", "/v1/customers", "name=x", "Idempotency-Key", key);
    }
}
