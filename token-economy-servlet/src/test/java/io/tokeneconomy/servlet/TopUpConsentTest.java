package io.tokeneconomy.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.checkout.RefundAmount;
import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Period;
import io.tokeneconomy.ledger.store.OrderQuery;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.TopUp;
import io.tokeneconomy.order.TopUpCap;
import io.tokeneconomy.payment.sandbox.StripeSandbox;
import io.tokeneconomy.payment.stripe.StripeGateway;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Consent to automatic purchases: asked for, given with a box, taken up by a paid checkout, ended by its buyer. */
class TopUpConsentTest {

    private static final AccountId ALICE = AccountId.of("alice");
    private static final String TERMS = "20-MONTH-3";

    private StripeSandbox sandbox;
    private TokenEconomy economy;
    private Container container;
    private Browser alice;

    @BeforeEach
    void open() {
        sandbox = StripeSandbox.builder().start();
        economy = TokenEconomy.builder()
                .store(MemoryLedgerStore.create())
                .payments(StripeGateway.builder()
                        .secretKey(sandbox.apiKey())
                        .webhookSecrets(sandbox.webhookSecret())
                        .apiBase(sandbox.apiBase())
                        .build())
                .catalog(Catalog.standard())
                .baseUrl(URI.create("https://shop.example"))
                .build();
        TokenEconomyFilter filter = TokenEconomyFilter.builder(economy)
                .pages(pages -> pages.topUp(20, Period.MONTH, 3))
                .build();
        container = Container.jetty("", new HostApp(filter), HostApp.signIn(), filter);
        alice = browser("alice").withToken();
    }

    @AfterEach
    void close() {
        container.close();
        economy.close();
        sandbox.close();
    }

    private Browser browser(String user) {
        return new Browser(URI.create("http://127.0.0.1:" + container.port()), user);
    }

    private String begin(String body) {
        Answer begun = alice.post("/api/tokens/create-checkout-session", body);
        assertThat(begun.status()).as(begun.body()).isEqualTo(200);
        return begun.text("id");
    }

    private String agreed() {
        return begin("{\"package\":\"popular\",\"topUp\":\"" + TERMS + "\"}");
    }

    private void pay(String session) {
        sandbox.pay(session, "4242424242424242");
    }

    private Answer confirm(String session) {
        return alice.post("/api/tokens/confirm-checkout", "{\"sessionId\":\"" + session + "\"}");
    }

    private Optional<TopUp> topUp() {
        return economy.topUps().find(ALICE);
    }

    @Test
    void whoTickedTheBoxAndPaidHasAllowedExactlyWhatStoodThere() {
        String session = agreed();
        assertThat(confirm(session).body()).doesNotContain("topUp");
        assertThat(topUp()).isEmpty();
        pay(session);

        assertThat(confirm(session).body()).contains("\"topUp\":true");

        assertThat(topUp()).hasValueSatisfying(allowed -> {
            assertThat(allowed.isOn()).isTrue();
            assertThat(allowed.settings().packageId()).isEqualTo("popular");
            assertThat(allowed.settings().threshold()).isEqualTo(20);
            assertThat(allowed.settings().cap()).isEqualTo(TopUpCap.times(Period.MONTH, 3));
            assertThat(allowed.cardName()).isEqualTo("visa 4242");
        });
        assertThat(alice.get("/tokens/history").body())
                .contains("Automatic purchases", "fewer than 20 tokens", "$9.99", "Visa 4242", "at most 3× a month");
    }

    @Test
    void theSuccessPageTakesItUpToo() {
        String session = agreed();
        pay(session);

        assertThat(alice.get("/tokens/success?session_id=" + session).body()).contains("Automatic purchases are on.");
        assertThat(topUp()).isPresent();
        assertThat(alice.get("/tokens/success?session_id=" + session).body())
                .doesNotContain("Automatic purchases are on.");
    }

    @Test
    void withoutTheTickNothingIsSavedAndNothingAllowed() {
        String session = begin("{\"package\":\"popular\"}");
        pay(session);

        assertThat(confirm(session).body()).doesNotContain("topUp");
        assertThat(topUp()).isEmpty();
        assertThat(alice.get("/tokens/history").body()).doesNotContain("Automatic purchases");
    }

    @Test
    void theBoxIsNotTickedByItself() {
        assertThat(alice.get("/tokens/buy").body())
                .contains("<input type=\"checkbox\" name=\"topUp\" value=\"" + TERMS + "\"", "fewer than 20 tokens")
                .contains("at most 3× a month")
                .doesNotContain("checked");
        assertThat(alice.get("/api/tokens/packages").body()).contains("\"terms\":\"" + TERMS + "\"", "\"wish\":");
    }

    @Test
    void aFormWithoutScriptGivesConsentToo() {
        Browser form = browser("alice").with("Content-Type", "application/x-www-form-urlencoded");
        String csrf = found(form.get("/tokens/buy").body(), "name=\"csrf\" value=\"([^\"]+)\"");
        Answer leave = form.post("/tokens/buy", "package=starter&topUp=" + TERMS + "&csrf=" + encoded(csrf));
        String session = found(leave.header("Refresh"), "(cs_test_[A-Za-z0-9]+)");
        pay(session);

        assertThat(form.get("/tokens/success?session_id=" + session).body()).contains("Automatic purchases are on.");

        csrf = found(form.get("/tokens/history").body(), "name=\"csrf\" value=\"([^\"]+)\"");
        assertThat(form.post("/tokens/top-up", "csrf=wrong").status()).isEqualTo(403);
        assertThat(topUp()).get().matches(TopUp::isOn);
        Answer ended = form.post("/tokens/top-up", "csrf=" + encoded(csrf));
        assertThat(ended.status()).isEqualTo(303);
        assertThat(ended.header("Location")).isEqualTo("../tokens/history");
        assertThat(topUp()).get().matches(off -> !off.isOn());
        assertThat(form.get("/tokens/history").body())
                .contains("Nothing is bought by itself any more")
                .doesNotContain("Switch off");
    }

    @Test
    void otherTermsThanThoseOfNowAreRefused() {
        for (String terms : new String[] {"10-MONTH-3", "yes", "20-DAY-3"}) {
            Answer refused = alice.post(
                    "/api/tokens/create-checkout-session", "{\"package\":\"popular\",\"topUp\":\"" + terms + "\"}");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text("code")).isEqualTo("terms_changed");
        }
    }

    @Test
    void anotherBrowserOrCheckoutDoesNotBringTheConsent() {
        String agreed = agreed();
        String plain = begin("{\"package\":\"popular\"}");
        pay(agreed);
        pay(plain);

        assertThat(confirm(plain).body()).doesNotContain("topUp");
        Browser elsewhere = browser("alice").withToken();
        assertThat(elsewhere
                        .post("/api/tokens/confirm-checkout", "{\"sessionId\":\"" + agreed + "\"}")
                        .body())
                .doesNotContain("topUp");
        assertThat(topUp()).isEmpty();
        assertThat(confirm(agreed).body()).contains("\"topUp\":true");
    }

    @Test
    void whatWasEndedStaysEndedWhateverTheBrowserKept() {
        String session = agreed();
        pay(session);
        String kept = alice.cookie("__Host-te-topup");
        confirm(session);
        economy.topUps().disable(ALICE);
        alice.setCookie("__Host-te-topup", kept);

        assertThat(confirm(session).body()).doesNotContain("topUp");

        assertThat(topUp()).get().matches(off -> !off.isOn());
        alice.setCookie("__Host-te-topup", kept);
        assertThat(alice.get("/tokens/success?session_id=" + session).body())
                .doesNotContain("Automatic purchases are on.");
    }

    @Test
    void whatIsEndedAfterTheTickStaysEnded() {
        String first = agreed();
        pay(first);
        confirm(first);
        String second = agreed();
        pay(second);
        economy.topUps().disable(ALICE);

        assertThat(confirm(second).body()).doesNotContain("topUp");

        assertThat(topUp()).get().matches(off -> !off.isOn());
        String third = agreed();
        pay(third);
        assertThat(confirm(third).body()).contains("\"topUp\":true");
        assertThat(topUp()).get().matches(TopUp::isOn);
    }

    /** Who ends it after ticking the box has the last word, whichever checkout is paid first. */
    @Test
    void whatWasEndedBeforePayingStaysEnded() {
        String first = agreed();
        pay(first);
        confirm(first);
        String second = agreed();
        economy.topUps().disable(ALICE);
        pay(second);

        assertThat(confirm(second).body()).doesNotContain("topUp");

        assertThat(topUp()).get().matches(off -> !off.isOn());
    }

    @Test
    void whatWasEndedIsNotSaidToBeOn() {
        String first = agreed();
        String kept = alice.cookie("__Host-te-topup");
        String second = agreed();
        pay(first);
        pay(second);
        confirm(second);
        economy.topUps().disable(ALICE);
        alice.setCookie("__Host-te-topup", kept);

        assertThat(confirm(first).body()).doesNotContain("topUp");
    }

    @Test
    void whoGotTheMoneyBackIsNotChargedForMore() {
        String session = agreed();
        pay(session);
        economy.checkout().confirm(ALICE, session);
        Order order = economy.orders().list(OrderQuery.newest(1)).items().get(0);
        economy.refunds().refund(order.id(), RefundAmount.everything(), IdempotencyKey.of("back"));

        assertThat(confirm(session).body()).doesNotContain("topUp");

        assertThat(topUp()).isEmpty();
    }

    /** An end is an end of what was agreed before, not of what is agreed later. */
    @Test
    void whoEndedItMayAllowItAgain() {
        String first = agreed();
        pay(first);
        confirm(first);
        economy.topUps().disable(ALICE);
        String second = agreed();
        pay(second);

        assertThat(confirm(second).body()).contains("\"topUp\":true");

        assertThat(topUp()).get().matches(TopUp::isOn);
    }

    @Test
    void aShopThatDoesNotAskShowsNothing() {
        try (Shop shop = Shop.open()) {
            Browser buyer = shop.signedIn("alice");
            assertThat(buyer.get("/tokens/buy").body()).doesNotContain("checkbox");
            assertThat(buyer.get("/api/tokens/packages").body()).doesNotContain("topUp");
        }
    }

    @Test
    void aShopThatCannotChargeCardsMayNotAsk() {
        assertThatThrownBy(() -> Shop.options()
                        .filter(filter -> filter.pages(pages -> pages.topUp(20, Period.MONTH, 3)))
                        .open())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot charge saved cards");
        assertThatThrownBy(() -> new PageSettings().topUp(0, Period.DAY, 1)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new PageSettings().topUp(1, Period.DAY, 1_001))
                .isInstanceOf(InvalidValueException.class);
    }

    private static String found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
        return matcher.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
