package io.tokeneconomy.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.store.StoreException;
import io.tokeneconomy.payment.PaymentException;
import io.tokeneconomy.payment.PaymentException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WebhookTest {

    private static final String WEBHOOK = "/api/stripe/webhook";

    private Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.open();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    static Stream<Container.Kind> containers() {
        return Stream.of(Container::jetty, Container::tomcat);
    }

    @ParameterizedTest
    @MethodSource("containers")
    void theBodyArrivesByteForByte(Container.Kind kind) {
        byte[] body = "{\r\n \"näme\": \"✓ 漢字 \\u0000\",\n\t\"x\": 1.0 }\r\n\r\n".getBytes(StandardCharsets.UTF_8);
        try (Shop exact = Shop.options().on(kind).open()) {
            for (String type : List.of(
                    "application/json; charset=utf-8",
                    "text/plain;charset=iso-8859-1",
                    "application/x-www-form-urlencoded")) {
                exact.gateway.lastPayload = new byte[0];
                exact.provider().with("Content-Type", type).postChunked(WEBHOOK, body);
                assertThat(exact.gateway.lastPayload).isEqualTo(body);
            }
        }
    }

    @Test
    void theSignatureHeaderArrivesAsItWasSent() {
        shop.provider().with("Stripe-Signature", "t=1,v1=ab,v0=cd").post(WEBHOOK, "x");

        assertThat(shop.gateway.lastSignature).isEqualTo("t=1,v1=ab,v0=cd");
    }

    @Test
    void withoutSignatureItIsRefused() {
        Answer answer = shop.provider().without("Stripe-Signature").post(WEBHOOK, "x");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("code")).isEqualTo("invalid_signature");
        assertThat(shop.gateway.lastSignature).isNull();
    }

    @Test
    void whatIsRefusedLeavesOneLineAndNoStackTrace() {
        try (Logs logs = new Logs()) {
            shop.provider().with("Stripe-Signature", "bad").post(WEBHOOK, "x");
            Answer malformed = shop.provider().post(WEBHOOK, "malformed");

            assertThat(malformed.status()).isEqualTo(400);
            assertThat(malformed.text("code")).isEqualTo("malformed_event");
            assertThat(logs.text().lines()).hasSize(2).allMatch(line -> line.contains("Refused a webhook call"));
        }
    }

    @Test
    void neitherOriginNorSignInNorTokenIsAskedFor() {
        Answer answer = shop.provider().with("Sec-Fetch-Site", "cross-site").post(WEBHOOK, "something else");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"result\":\"IGNORED\"}");
    }

    @Test
    void aPurchaseIsCreditedOnceHoweverOftenItIsTold() throws Exception {
        String id = shop.checkout("alice", "popular").id();
        shop.gateway.pay(id);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            Callable<String> delivery =
                    () -> shop.provider().post(WEBHOOK, "COMPLETED " + id).text("result");
            List<Future<String>> answers = threads.invokeAll(Collections.nCopies(50, delivery));

            List<String> results = answers.stream().map(WebhookTest::get).toList();
            assertThat(results).containsOnly("CREDITED", "ALREADY_DONE");
            assertThat(results).filteredOn("CREDITED"::equals).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(shop.browser("alice").get("/api/tokens/balance").text("balance"))
                .isEqualTo("110");
    }

    @Test
    void aHostsHandlerThatFailsMakesTheProviderTryAgain() {
        try (Shop host = Shop.options()
                        .economy(e -> e.onEvent("customer.created", event -> {
                            throw new IllegalArgumentException("secret detail");
                        }))
                        .open();
                Logs logs = new Logs()) {
            Answer answer = host.provider().post(WEBHOOK, "something else");

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.text("code")).isEqualTo("internal_error");
            assertThat(answer.body()).doesNotContain("secret").doesNotContain("IllegalArgument");
            assertThat(logs.text()).containsOnlyOnce("java.lang.IllegalArgumentException: secret detail");
        }
    }

    @Test
    void anErrorOfAHostsHandlerIsAnsweredToo() {
        try (Shop host = Shop.options()
                        .economy(e -> e.onEvent("customer.created", event -> {
                            throw new NoClassDefFoundError("x/Missing");
                        }))
                        .open();
                Logs logs = new Logs()) {
            Answer answer = host.provider().post(WEBHOOK, "something else");

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body()).doesNotContain("Missing");
            assertThat(logs.text()).contains("x/Missing");
        }
    }

    @Test
    void whileTheStoreIsDownTheProviderMustTryAgain() {
        String id = shop.checkout("alice", "popular").id();
        shop.gateway.pay(id);
        shop.store.trouble = StoreException.unavailable("down", null);

        Answer down = shop.provider().post(WEBHOOK, "COMPLETED " + id);
        shop.store.trouble = null;
        Answer up = shop.provider().post(WEBHOOK, "COMPLETED " + id);

        assertThat(down.status()).isEqualTo(503);
        assertThat(down.header("Retry-After")).isEqualTo("5");
        assertThat(up.text("result")).isEqualTo("CREDITED");
    }

    @Test
    void whileTheProviderIsDownItMustTryAgain() {
        String id = shop.checkout("alice", "popular").id();
        shop.gateway.trouble = new PaymentException(Reason.UNAVAILABLE, "timeout", null);

        assertThat(shop.provider().post(WEBHOOK, "COMPLETED " + id).status()).isEqualTo(503);
        shop.gateway.trouble = new PaymentException(Reason.UNAUTHORIZED, "wrong key", null);
        assertThat(shop.provider().post(WEBHOOK, "COMPLETED " + id).status()).isEqualTo(502);
    }

    private static String get(Future<String> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
