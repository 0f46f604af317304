package io.tokeneconomy.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.payment.PaymentException;
import io.tokeneconomy.payment.PaymentException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every endpoint that changes something. */
class ProtectedPostsTest {

    private static final String CHECKOUT = "/api/tokens/create-checkout-session";
    private static final String CONFIRM = "/api/tokens/confirm-checkout";
    private static final String POPULAR = "{\"package\":\"popular\"}";

    private Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.open();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @CsvSource({
        CHECKOUT + ", X-CSRF-Token, , 403, csrf_invalid",
        CONFIRM + ", X-CSRF-Token, , 403, csrf_invalid",
        CHECKOUT + ", Sec-Fetch-Site, cross-site, 403, origin_refused",
        CONFIRM + ", Sec-Fetch-Site, cross-site, 403, origin_refused",
        CHECKOUT + ", Content-Type, , 415, unsupported_media_type",
        CONFIRM + ", Content-Type, , 415, unsupported_media_type",
        CHECKOUT + ", X-User, , 401, not_signed_in",
        CONFIRM + ", X-User, , 401, not_signed_in",
    })
    void eachLayerStandsBeforeEachEndpoint(String path, String header, String value, int status, String code) {
        String session = shop.checkout("alice", "popular").id();
        shop.gateway.pay(session);
        String body = path.equals(CHECKOUT) ? POPULAR : "{\"sessionId\":\"" + session + "\"}";
        Browser alice = shop.signedIn("alice");
        Browser weakened = shop.signedIn("alice");
        if (value == null) {
            weakened.without(header);
        } else {
            weakened.with(header, value);
        }

        Answer refused = weakened.post(path, body);

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.text("code")).isEqualTo(code);
        assertThat(refused.headers("Vary")).contains("Sec-Fetch-Site, Origin");
        assertThat(alice.get("/api/tokens/balance").text("balance")).isEqualTo("0");
        assertThat(alice.post(path, body).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no id", "cs_", "pi_1", "cs_a-b", "cs_a/../b", "xcs_a", "251"})
    void whatCannotBeASessionIsNotAskedFor(String id) {
        Browser alice = shop.signedIn("alice");
        shop.gateway.trouble = new PaymentException(Reason.UNAVAILABLE, "must not be asked", null);
        shop.store.trouble = new IllegalStateException("must not be asked");
        String sent = id.equals("251") ? "cs_" + "x".repeat(251) : id;

        Answer answer = alice.post(CONFIRM, "{\"sessionId\":\"" + sent + "\"}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(shop.gateway.lookups).hasValue(0);
    }

    @Test
    void theLongestSessionIdIsLookedFor() {
        Browser alice = shop.signedIn("alice");
        shop.store.trouble = new IllegalStateException("asked");
        shop.gateway.trouble = new IllegalStateException("asked");

        assertThat(alice.post(CONFIRM, "{\"sessionId\":\"cs_" + "x".repeat(180) + "\"}")
                        .status())
                .isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.", ""})
    void aCookieThatWeDidNotMakeBindsNothing(String value) {
        Browser alice = shop.browser("alice").with("Cookie", "__Host-te-sid=" + value);

        assertThat(alice.get("/api/tokens/session").headers("Set-Cookie")).hasSize(1);
    }

    @Test
    void aCookieThatAnotherHostOfTheDomainAddsDoesNotLockOut() {
        Browser alice = shop.browser("alice");
        String token = alice.freshToken();
        String ours = alice.cookies.getCookieStore().getCookies().get(0).toString();
        String tossed = "__Host-te-sid=" + "A".repeat(43);

        for (String cookies : new String[] {tossed + "; " + ours, ours + "; " + tossed}) {
            assertThat(posted("alice", token, cookies)).isEqualTo(200);
        }
        assertThat(posted("alice", token, tossed)).isEqualTo(403);
    }

    @Test
    void theUserIsResolvedOnceAndTheTokenMustBeThatUsers() {
        AtomicInteger calls = new AtomicInteger();
        UserResolver flips = request -> Optional.of(AccountId.of(calls.getAndIncrement() == 0 ? "alice" : "bob"));
        try (Shop flipping = Shop.options().filter(f -> f.userResolver(flips)).open()) {
            Browser browser = flipping.browser(null);
            calls.set(1);
            browser.withToken();
            assertThat(calls).hasValue(2);
            calls.set(0);

            Answer answer = browser.post(CHECKOUT, POPULAR);

            assertThat(calls).hasValue(1);
            assertThat(answer.text("code")).isEqualTo("csrf_invalid");
        }
    }

    @Test
    void aTokenGrowsOld() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));
        try (Shop aging = Shop.options().filter(f -> f.time(now::get)).open()) {
            Browser alice = aging.signedIn("alice");
            now.updateAndGet(t -> t.plus(Duration.ofHours(24)));
            assertThat(alice.post(CHECKOUT, POPULAR).status()).isEqualTo(200);

            now.updateAndGet(t -> t.plusMillis(1));
            assertThat(alice.post(CHECKOUT, POPULAR).text("code")).isEqualTo("csrf_invalid");
            assertThat(alice.withToken().post(CHECKOUT, POPULAR).status()).isEqualTo(200);
        }
    }

    @Test
    void theSecretIsCopiedWhenItIsGiven() {
        byte[] wiped = new byte[32];
        Arrays.fill(wiped, (byte) 7);
        try (Shop one = Shop.options()
                        .filter(f -> {
                            f.csrfSecret(wiped);
                            Arrays.fill(wiped, (byte) 0);
                            return f;
                        })
                        .open();
                Shop zero =
                        Shop.options().filter(f -> f.csrfSecret(new byte[32])).open()) {
            Browser alice = zero.browser("alice");
            String token = alice.freshToken();
            String cookie = alice.cookies.getCookieStore().getCookies().get(0).toString();

            assertThat(new Browser(one.root, "alice")
                            .with(CsrfProtection.HEADER, token)
                            .with("Cookie", cookie)
                            .post(CHECKOUT, POPULAR)
                            .status())
                    .isEqualTo(403);
        }
    }

    private int posted(String user, String token, String cookies) {
        return shop.browser(user)
                .with(CsrfProtection.HEADER, token)
                .with("Cookie", cookies)
                .post(CHECKOUT, POPULAR)
                .status();
    }
}
