package io.tokeneconomy.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.tokeneconomy.payment.CheckoutSession.PaymentStatus;
import io.tokeneconomy.payment.CheckoutSession.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConfirmCheckoutTest {

    private Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.open();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void confirmTellsWhereAPurchaseStands() {
        String session = shop.checkout("alice", "popular").id();

        assertConfirm(session, "OPEN", 0);
        shop.gateway.move(session, Status.COMPLETE, PaymentStatus.UNPAID);
        assertConfirm(session, "PENDING", 0);
        shop.gateway.pay(session);
        assertConfirm(session, "CREDITED", 110);
        assertConfirm(session, "ALREADY_DONE", 110);
    }

    @Test
    void confirmTellsOfPurchasesThatCameToNothing() {
        String expired = shop.checkout("alice", "popular").id();
        shop.gateway.move(expired, Status.EXPIRED, PaymentStatus.UNPAID);
        assertConfirm(expired, "EXPIRED", 0);

        String parked = shop.checkout("alice", "popular").id();
        shop.gateway.payAnotherAmount(parked);
        assertConfirm(parked, "PARKED", 0);

        String failed = shop.checkout("alice", "popular").id();
        shop.gateway.move(failed, Status.COMPLETE, PaymentStatus.UNPAID);
        assertThat(shop.provider()
                        .post("/api/stripe/webhook", "ASYNC_PAYMENT_FAILED " + failed)
                        .text("result"))
                .isEqualTo("FAILED");
        assertConfirm(failed, "FAILED", 0);
    }

    @Test
    void theSessionOfAnotherIsUnknown() {
        String bobs = shop.checkout("bob", "popular").id();
        shop.gateway.pay(bobs);
        Browser alice = shop.signedIn("alice");

        for (String id : new String[] {bobs, "cs_test_none", "", "no id", "cs_" + "x".repeat(5000)}) {
            Answer answer = alice.post("/api/tokens/confirm-checkout", "{\"sessionId\":\"" + id + "\"}");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text("code")).isEqualTo("unknown_session");
        }
        assertThat(shop.browser("bob").get("/api/tokens/balance").text("balance"))
                .isEqualTo("0");
    }

    private void assertConfirm(String session, String result, long balance) {
        Answer answer =
                shop.signedIn("alice").post("/api/tokens/confirm-checkout", "{\"sessionId\":\"" + session + "\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).isEqualTo(JsonParser.parseString("""
                {"result":"%s","package":"popular","tokens":110,"balance":%d}""".formatted(result, balance)));
    }
}
