package io.tokeneconomy.example.quickstart;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Period;
import io.tokeneconomy.ledger.store.jdbc.JdbcLedgerStore;
import io.tokeneconomy.payment.PaymentGateway;
import io.tokeneconomy.servlet.PageSettings;
import io.tokeneconomy.servlet.TokenEconomyFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A running shop: how the parts are put together. */
public final class Shop implements AutoCloseable {

    /** The user who may use the operator's console, {@code /tokens/admin}, as long as Stripe is the own sandbox. */
    public static final String OPERATOR = "operator";

    private static final long TOP_UP_BELOW = 20;
    private static final long TOP_UPS_A_MONTH = 3;

    private final DataFolder data;
    private final URI baseUrl;
    private final WebServer web;
    private final StripeSide stripe;
    private final Closing closing;

    private Shop(Settings settings, WebServer web, Closing closing) {
        this.web = web;
        this.closing = closing;
        this.baseUrl = settings.baseUrl(web.port());
        this.data = DataFolder.open(settings.dataDir());
        this.stripe = closing.add(StripeSide.start(settings, data));

        TokenEconomy economy = closing.add(economy(settings, stripe.gateway()));
        DemoSessions sessions = new DemoSessions(
                data.key().derive("session"), economy.settings().secure(), InstantSource.system());
        TokenEconomyFilter filter = filter(settings, economy, sessions);

        web.filter(new KnownHosts(baseUrl))
                .filter(filter)
                .servlet(new LoginServlet(sessions, filter.csrf()), LoginServlet.LOGIN, LoginServlet.LOGOUT)
                .servlet(new GenerateServlet(economy, sessions, filter.csrf()), GenerateServlet.PATH)
                .servlet(new HomeServlet(sessions), "/")
                .start();
        stripe.deliverTo(
                web.local(TokenEconomyFilter.WEBHOOK_PATTERN)); // last: what waits since yesterday finds the shop open
    }

    /**
     * Opens a shop.
     *
     * @throws StartException when it cannot be opened; nothing stays behind
     * @throws io.tokeneconomy.error.InvalidValueException when a setting is refused only when it is used
     */
    public static Shop open(Settings settings) {
        Closing closing = new Closing();
        try {
            WebServer web = closing.add(WebServer.bind(settings.port()));
            return new Shop(settings, web, closing);
        } catch (RuntimeException e) {
            closing.close();
            throw e;
        }
    }

    private TokenEconomy economy(Settings settings, PaymentGateway payments) {
        return TokenEconomy.builder()
                .store(JdbcLedgerStore.sqlite(data.ledger()))
                .payments(payments)
                .catalog(settings.catalog())
                .baseUrl(baseUrl)
                .reconcileEvery(Duration.ofHours(1)) // and soon after the start: what came while the shop was closed
                .topUpEvery(settings.topUp() ? Duration.ofMinutes(1) : Duration.ZERO)
                .build();
    }

    private TokenEconomyFilter filter(Settings settings, TokenEconomy economy, DemoSessions sessions) {
        return TokenEconomyFilter.builder(economy)
                .userResolver(sessions)
                .sessionBinding(sessions)
                .csrfSecret(data.key().derive("csrf"))
                .loginPath("/")
                .pages(pages -> embed(settings.publishableKey(), pages))
                .pages(pages -> askAboutTopUps(settings, pages))
                .console(request -> operator(settings, sessions, request))
                .build();
    }

    private static void askAboutTopUps(Settings settings, PageSettings pages) {
        if (settings.topUp()) {
            pages.topUp(TOP_UP_BELOW, Period.MONTH, TOP_UPS_A_MONTH);
        }
    }

    private void embed(@Nullable String publishableKey, PageSettings pages) {
        URI script = stripe.script();
        if (publishableKey != null && script != null) {
            pages.embeddedCheckout(publishableKey, script);
        } else if (publishableKey != null) {
            pages.embeddedCheckout(publishableKey);
        }
    }

    /** Nobody needs a password here, so the operator's console is only there while money is played. */
    private static Optional<String> operator(Settings settings, DemoSessions sessions, HttpServletRequest request) {
        return sessions.resolve(request)
                .map(AccountId::value)
                .filter(user -> settings.ownSandbox() && user.equals(OPERATOR));
    }

    /** {@return its address, as a browser sees it} */
    public URI baseUrl() {
        return baseUrl;
    }

    DataFolder data() {
        return data;
    }

    StripeSide stripe() {
        return stripe;
    }

    /** Returns when the shop has been closed. */
    void join() throws InterruptedException {
        web.join();
    }

    /** Lets nobody in any more, finishes what was begun, and closes sandbox and ledger. */
    @Override
    public void close() {
        closing.close();
    }
}
