package io.tokeneconomy.servlet;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.TokenEconomyBuilder;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.payment.CheckoutSession;
import java.net.URI;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A running shop: in-memory store, fake provider, filter, container. */
final class Shop implements AutoCloseable {

    final FakeGateway gateway = new FakeGateway();
    final FaultyStore store = new FaultyStore();
    final TokenEconomy economy;
    final TokenEconomyFilter filter;
    final URI root;

    private final Container container;

    private Shop(Options options) {
        economy = options.economy
                .apply(TokenEconomy.builder()
                        .store(store)
                        .payments(gateway)
                        .baseUrl(URI.create("https://shop.example")))
                .build();
        filter = options.filter.apply(TokenEconomyFilter.builder(economy)).build();
        container = options.kind.start(options.contextPath, new HostApp(filter), HostApp.signIn(), filter);
        root = URI.create("http://127.0.0.1:" + container.port() + options.contextPath);
    }

    /** On Jetty, without a context path, with the defaults. */
    static Shop open() {
        return new Options().open();
    }

    static Options options() {
        return new Options();
    }

    Browser browser(@Nullable String user) {
        return new Browser(root, user);
    }

    /** A browser whose user is signed in and whose script has a CSRF token. */
    Browser signedIn(String user) {
        return browser(user).withToken();
    }

    /** A client that is no browser: the payment provider. */
    Browser provider() {
        return browser(null).without("Sec-Fetch-Site").with("Stripe-Signature", "good");
    }

    CheckoutSession checkout(String user, String packageId) {
        return economy.checkout().start(AccountId.of(user), packageId);
    }

    void grant(String user, long amount, String key) {
        economy.ledger()
                .grant(AccountId.of(user), amount, IdempotencyKey.of(key))
                .orElseThrow();
    }

    @Override
    public void close() {
        container.close();
        economy.close();
    }

    static final class Options {

        private Container.Kind kind = Container::jetty;
        private String contextPath = "";
        private UnaryOperator<TokenEconomyBuilder> economy = UnaryOperator.identity();
        private UnaryOperator<TokenEconomyFilterBuilder> filter = UnaryOperator.identity();

        Options on(Container.Kind container) {
            this.kind = container;
            return this;
        }

        Options at(String path) {
            this.contextPath = path;
            return this;
        }

        Options economy(UnaryOperator<TokenEconomyBuilder> settings) {
            this.economy = settings;
            return this;
        }

        Options filter(UnaryOperator<TokenEconomyFilterBuilder> settings) {
            this.filter = settings;
            return this;
        }

        Shop open() {
            return new Shop(this);
        }
    }
}
