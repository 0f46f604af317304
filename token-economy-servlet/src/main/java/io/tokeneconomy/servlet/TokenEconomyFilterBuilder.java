package io.tokeneconomy.servlet;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.payment.stripe.StripeGateway;
import io.tokeneconomy.servlet.admin.ConsoleSettings;
import io.tokeneconomy.servlet.admin.OperatorResolver;
import io.tokeneconomy.servlet.admin.console.Console;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts a {@link TokenEconomyFilter} together. A wrong setting is refused by its setter. Not thread-safe. */
public final class TokenEconomyFilterBuilder {

    /** Default of {@link #maxWebhookBytes}: 1 MiB. */
    public static final int MAX_WEBHOOK_BYTES = 1 << 20;

    /** Default of {@link #maxJsonBytes}: 16 KiB. */
    public static final int MAX_JSON_BYTES = 16 << 10;

    /** Shortest CSRF secret, in bytes: as long as the HMAC it keys. */
    public static final int MIN_SECRET_BYTES = 32;

    private static final int LEAST_BODY = 1 << 10;
    private static final int MOST_JSON = 16 << 20;
    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9/._~?=&%-]{0,199}");

    int maxWebhookBytes = MAX_WEBHOOK_BYTES;
    int maxJsonBytes = MAX_JSON_BYTES;
    boolean pages = true;
    int mostCsvRows = TransactionsCsvEndpoint.MOST;
    final PageSettings pageSettings = new PageSettings();

    @Nullable
    String loginPath;

    private final TokenEconomy economy;
    private final Set<WebOrigin> trusted = new HashSet<>();
    private UserResolver userResolver = UserResolver.principal();
    private SessionBinding binding;
    private HostCsrf hostCsrf = HostCsrf.NONE;
    private InstantSource time = InstantSource.system();
    private byte @Nullable [] secret;
    private @Nullable ConsoleSettings console;

    TokenEconomyFilterBuilder(TokenEconomy economy) {
        this.economy = economy;
        this.binding = SessionBinding.standard(economy.settings().secure());
    }

    /** Who sends a request; by default {@link UserResolver#principal()}. */
    public TokenEconomyFilterBuilder userResolver(UserResolver resolver) {
        this.userResolver = resolver;
        return this;
    }

    /**
     * The key of CSRF tokens; by default random, made anew by each {@link #build()}. All nodes that serve one shop need
     * the same: otherwise a token of one is refused by the others, and after a restart every page must fetch a new one.
     *
     * @param key {@value #MIN_SECRET_BYTES} bytes or more, secret and random; copied
     * @throws InvalidValueException when it is shorter
     */
    public TokenEconomyFilterBuilder csrfSecret(byte[] key) {
        if (key.length < MIN_SECRET_BYTES) {
            throw new InvalidValueException(
                    "csrfSecret", key.length + " bytes", MIN_SECRET_BYTES + " bytes or more, all nodes the same");
        }
        this.secret = key.clone();
        return this;
    }

    /**
     * The key of CSRF tokens as text; its UTF-8 bytes are the key.
     *
     * @throws InvalidValueException when it has fewer than {@value #MIN_SECRET_BYTES} bytes
     */
    public TokenEconomyFilterBuilder csrfSecret(String key) {
        return csrfSecret(key.getBytes(StandardCharsets.UTF_8));
    }

    /** The host's own CSRF tokens, which it checks on our endpoints, too; by default it has none. */
    public TokenEconomyFilterBuilder hostCsrf(HostCsrf protection) {
        this.hostCsrf = protection;
        return this;
    }

    /** What ties CSRF tokens to a session; by default {@link SessionBinding#standard(boolean)}, secure when the base URL is. */
    public TokenEconomyFilterBuilder sessionBinding(SessionBinding sessions) {
        this.binding = sessions;
        return this;
    }

    /**
     * Origins of other sites whose pages may send requests that change something; by default none. The shop's own
     * (that of its base URL, and that of the {@code Host} header) need not be named.
     *
     * <p>This is not CORS: it lets such requests in, but sends no {@code Access-Control-…} header, without which a
     * browser neither asks nor shows the answer. A CORS filter of the host must stand before this one.
     *
     * @param origins such as {@code https://app.example} or {@code http://localhost:3000}
     * @throws InvalidValueException when one is not an http or https origin
     */
    public TokenEconomyFilterBuilder trustedOrigins(Collection<String> origins) {
        Set<WebOrigin> parsed =
                origins.stream().map(TokenEconomyFilterBuilder::origin).collect(Collectors.toSet());
        trusted.clear();
        trusted.addAll(parsed);
        return this;
    }

    /** Same as {@link #trustedOrigins(Collection)}. */
    public TokenEconomyFilterBuilder trustedOrigins(String... origins) {
        return trustedOrigins(List.of(origins));
    }

    /** Whether the buyers' pages are there; by default true. The elements' scripts always are. */
    public TokenEconomyFilterBuilder pages(boolean on) {
        this.pages = on;
        return this;
    }

    /** Changes how the pages look, where they are and which language they speak. */
    public TokenEconomyFilterBuilder pages(Consumer<PageSettings> changes) {
        changes.accept(pageSettings);
        return this;
    }

    /**
     * Where users sign in, for a link on the page that asks them to; by default there is no link.
     *
     * @param path a path within the application that begins with {@code /}
     * @throws InvalidValueException when it is none, or is longer than 200 characters
     */
    public TokenEconomyFilterBuilder loginPath(String path) {
        if (!PATH.matcher(path).matches()) {
            throw new InvalidValueException("loginPath", path, "a path of up to 200 characters that begins with /");
        }
        this.loginPath = path;
        return this;
    }

    /**
     * Largest body of a webhook call, in bytes; by default {@value #MAX_WEBHOOK_BYTES}.
     *
     * @throws InvalidValueException when it is not 1 KiB to 2 MiB, which is the most that the Stripe gateway verifies
     */
    public TokenEconomyFilterBuilder maxWebhookBytes(int bytes) {
        this.maxWebhookBytes = checkedSize("maxWebhookBytes", bytes, StripeGateway.MAX_PAYLOAD_BYTES);
        return this;
    }

    /**
     * Largest body of any other call, in bytes; by default {@value #MAX_JSON_BYTES}.
     *
     * @throws InvalidValueException when it is not 1 KiB to 16 MiB
     */
    public TokenEconomyFilterBuilder maxJsonBytes(int bytes) {
        this.maxJsonBytes = checkedSize("maxJsonBytes", bytes, MOST_JSON);
        return this;
    }

    /**
     * Mounts the operator's console at {@code /tokens/admin}, for those whom the settings let in; by default there is none.
     */
    public TokenEconomyFilterBuilder console(ConsoleSettings settings) {
        this.console = settings;
        return this;
    }

    /** Same as {@link #console(ConsoleSettings)} with the defaults for these operators. */
    public TokenEconomyFilterBuilder console(OperatorResolver operators) {
        return console(ConsoleSettings.of(operators));
    }

    /** The clock by which CSRF tokens grow old. */
    TokenEconomyFilterBuilder time(InstantSource clock) {
        this.time = clock;
        return this;
    }

    /** Most entries in one file for a spreadsheet, whole pages. */
    TokenEconomyFilterBuilder mostCsvRows(int rows) {
        this.mostCsvRows = rows;
        return this;
    }

    /**
     * {@return the filter}
     *
     * @throws IllegalStateException when buyers are to be asked about {@link PageSettings#topUp}, but the payment gateway
     *     cannot charge saved cards
     */
    public TokenEconomyFilter build() {
        if (pageSettings.topUp != null) {
            Objects.requireNonNull(economy.topUps(), "top-ups"); // throws where cards cannot be charged
        }
        Users users = new Users(userResolver);
        Set<WebOrigin> own = WebOrigin.of(economy.settings().baseUrl()).stream().collect(Collectors.toSet());
        CsrfTokens tokens = new CsrfTokens(secret == null ? randomSecret() : secret, time);
        OriginGate gate = new OriginGate(own, trusted);
        CsrfProtection csrf = new CsrfProtection(gate, tokens, binding, users, hostCsrf);
        OperatorForms forms = new OperatorForms(gate, tokens, binding);
        Console mounted = console == null ? null : new Console(economy, console, forms, time);
        return new TokenEconomyFilter(new Routes(this, economy, users, csrf, tokens), csrf, mounted);
    }

    private static byte[] randomSecret() {
        byte[] random = new byte[MIN_SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        return random;
    }

    private static WebOrigin origin(String text) {
        return WebOrigin.parse(text)
                .orElseThrow(() -> new InvalidValueException(
                        "trustedOrigins", text, "http or https, a host, perhaps a port, nothing else"));
    }

    private static int checkedSize(String field, int bytes, int most) {
        if (bytes < LEAST_BODY || bytes > most) {
            throw new InvalidValueException(field, bytes, LEAST_BODY + " to " + most);
        }
        return bytes;
    }
}
