package io.tokeneconomy.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.payment.PaymentException;
import io.tokeneconomy.payment.PaymentException.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The payment provider's receipt of one's own purchase, and of nobody else's. */
class ReceiptEndpointTest {

    private static final String RECEIPT = "/api/tokens/receipt?session=";

    private Shop shop;
    private String session;

    @BeforeEach
    void buy() {
        shop = Shop.open();
        session = shop.checkout("alice", "popular").id();
        shop.gateway.pay(session);
        shop.economy.checkout().confirm(AccountId.of("alice"), session);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void theBuyerIsLedToIt() {
        Answer answer = shop.browser("alice").get(RECEIPT + session);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("https://receipts.example/" + session);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void nobodyElseIs() {
        Answer bobs = shop.browser("bob").get(RECEIPT + session);
        Answer nobodys = shop.browser(null).get(RECEIPT + session);

        assertThat(bobs.status()).isEqualTo(404);
        assertThat(bobs.headers("Location")).isEmpty();
        assertThat(bobs.body()).contains("<!doctype html>", "No receipt", "See your history");
        assertThat(nobodys.status()).isEqualTo(401);
        assertThat(nobodys.headers("Location")).isEmpty();
    }

    @Test
    void anUnpaidCheckoutHasNone() {
        String open = shop.checkout("alice", "pro").id();

        assertThat(shop.browser("alice").get(RECEIPT + open).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cs_", "cs_a%20b", "ch_1", "no", "cs_%2e%2e"})
    void whatIsNoSaleIsNotLookedFor(String id) {
        shop.store.trouble = new IllegalStateException("must not be asked");

        assertThat(shop.browser("alice").get(RECEIPT + id).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)//",
                "//elsewhere.example/",
                "/relative/",
                "https://a b.example/",
                "https://a.example/\r\nSet-Cookie: b=c",
                "https://[",
                ""
            })
    void onlyAnAddressOfTheWebIsFollowed(String place) {
        shop.gateway.receipt = place;

        assertThat(shop.browser("alice").get(RECEIPT + session).status()).isEqualTo(404);
    }

    @Test
    void aProviderThatCannotBeReachedIsSaidToBe() {
        shop.gateway.trouble = new PaymentException(Reason.UNAVAILABLE, "down", null);

        Answer answer = shop.browser("alice").get(RECEIPT + session);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).contains("That did not work just now").doesNotContain("charged");
    }
}
