package io.tokeneconomy.servlet;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.Period;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the pages look, where they are, and which language they speak; see {@link TokenEconomyFilterBuilder#pages}. A
 * wrong setting is refused by its setter. Not thread-safe; the functions it is given are called from many threads.
 *
 * <p>Paths within the application begin with {@code /} and hold under any context path.
 */
public final class PageSettings {

    /** Default of {@link #path}. */
    public static final String PATH = "/tokens";

    /** Default of {@link #highlight}: the standard catalog's most popular package. */
    public static final String HIGHLIGHTED = "popular";

    private static final Pattern BASE = Pattern.compile("(?:/[A-Za-z0-9._~-]{1,60}){1,4}");
    private static final Pattern WITHIN = Pattern.compile("/[A-Za-z0-9/._~?=&%-]{0,199}");
    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}");
    private static final int LONGEST_TEXT = 1_000;

    String base = PATH;
    String highlighted = HIGHLIGHTED;
    String brand = "Tokens";
    String home = "/";

    @Nullable
    String logo;

    @Nullable
    EmbeddedPayment embedded;

    @Nullable
    TopUpOffer topUp;

    @Nullable
    Function<HttpServletRequest, String> header;

    Function<HttpServletRequest, String> footer = request -> "";
    Function<HttpServletRequest, Optional<Locale>> language = request -> Optional.empty();
    final Set<Page> shown = EnumSet.allOf(Page.class);
    final List<Link> links = new ArrayList<>();
    final List<String> stylesheets = new ArrayList<>();
    final Map<String, Map<String, String>> texts = new HashMap<>();

    PageSettings() {}

    record Link(String text, String href) {}

    /**
     * What the paths of pages and scripts begin with; by default {@value #PATH}. Buyers come back from paying to the
     * {@code successPath} and {@code cancelPath} of the economy's {@link io.tokeneconomy.checkout.CheckoutSettings}, and
     * the pages for that are there, whatever this says. The endpoints stay where they are.
     *
     * @param path one to four segments, each after a {@code /}
     * @throws InvalidValueException when it is anything else
     */
    public PageSettings path(String path) {
        this.base = matching("path", path, BASE, "1 to 4 segments of letters, digits and . _ ~ -, each after a /");
        return this;
    }

    /** Switches pages off; what the host has at their paths is reached then. */
    public PageSettings without(Page... pages) {
        shown.removeAll(List.of(pages));
        return this;
    }

    /**
     * The name in the header, which leads home; by default "Tokens".
     *
     * @throws InvalidValueException when it is blank or longer than 1,000 characters
     */
    public PageSettings brand(String name) {
        this.brand = text("brand", name);
        return this;
    }

    /**
     * A picture before the name, of this application: the pages load nothing from elsewhere.
     *
     * @throws InvalidValueException when it is no path within the application
     */
    public PageSettings logo(String path) {
        this.logo = within("logo", path);
        return this;
    }

    /**
     * Where the name in the header leads; by default {@code /}.
     *
     * @throws InvalidValueException when it is no path within the application
     */
    public PageSettings home(String path) {
        this.home = within("home", path);
        return this;
    }

    /**
     * One more link in the header; in the order given, after our own.
     *
     * @throws InvalidValueException when the text is blank, or the path is not within the application
     */
    public PageSettings link(String text, String path) {
        links.add(new Link(text("link", text), within("link", path)));
        return this;
    }

    /**
     * One more stylesheet of this application, after ours; for the {@code --te-…} properties, for example.
     *
     * @throws InvalidValueException when it is no path within the application
     */
    public PageSettings stylesheet(String path) {
        stylesheets.add(within("stylesheet", path));
        return this;
    }

    /**
     * Replaces the whole header with the host's own HTML, which it answers for: nothing in it is escaped, and scripts
     * and styles within are refused by the pages' content security policy. {@code <token-balance>} works there.
     */
    public PageSettings header(Function<HttpServletRequest, String> html) {
        this.header = html;
        return this;
    }

    /** The host's own HTML below the content; by default nothing. See {@link #header}. */
    public PageSettings footer(Function<HttpServletRequest, String> html) {
        this.footer = html;
        return this;
    }

    /**
     * Shows the payment within the pages instead of sending buyers to Stripe; by default they are sent there. Stripe.js is
     * loaded from Stripe when somebody buys, and only pages with packages let it in. When it cannot be loaded, and without
     * script, buyers are sent to Stripe as usual.
     *
     * @param publishableKey the {@code pk_…} of the account that the gateway's key belongs to
     * @throws InvalidValueException when it is not publishable
     */
    public PageSettings embeddedCheckout(String publishableKey) {
        return embeddedCheckout(publishableKey, EmbeddedPayment.STRIPE);
    }

    /**
     * The same with another script than Stripe's own, {@code StripeSandbox.script()} for example.
     *
     * @param script its address; what it frames has the same origin
     * @throws InvalidValueException when the key is not publishable, or the address not absolute http or https
     */
    public PageSettings embeddedCheckout(String publishableKey, URI script) {
        this.embedded = new EmbeddedPayment(publishableKey, script);
        return this;
    }

    /**
     * Asks buyers whether the package is to be bought again by itself, with the card that they pay with; by default nobody is
     * asked. A box with each package, not ticked, names threshold and price; what it means stands below. Whoever ticks it
     * and comes back paid has allowed it, and sees and ends it under history. For shops that have switched it on: {@code
     * TokenEconomyBuilder.topUpEvery}.
     *
     * @param threshold it is bought when fewer tokens than this are available, 1 or more
     * @param period for how long
     * @param times at most so often, 1 to {@value io.tokeneconomy.order.TopUpCap#MAX_TIMES}
     * @throws InvalidValueException when a number is out of range
     */
    public PageSettings topUp(long threshold, Period period, long times) {
        this.topUp = new TopUpOffer(threshold, period, times);
        return this;
    }

    /**
     * The package that is marked as the most popular one; by default {@value #HIGHLIGHTED}. An id that the catalog does
     * not have marks nothing.
     */
    public PageSettings highlight(String packageId) {
        this.highlighted = packageId;
        return this;
    }

    /**
     * The language that the host knows its user wants; by default none, so that the browser decides. Only languages that
     * are there count.
     */
    public PageSettings language(Function<HttpServletRequest, Optional<Locale>> ofUser) {
        this.language = ofUser;
        return this;
    }

    /**
     * Texts of a language: one more language, or other words for one that is there (en, de, fr, es, ja, zh, ar). What is
     * missing is English. The keys are those of {@code messages/en.json} in our jar; {@code package.<id>.name} and
     * {@code package.<id>.description} translate what the catalog says, when {@code en} has the catalog's very words.
     *
     * @param tag such as {@code nl} or {@code pt-BR}
     * @param textsByKey texts in the language
     * @throws InvalidValueException when the tag is none, or a text is blank or longer than 1,000 characters
     */
    public PageSettings texts(String tag, Map<String, String> textsByKey) {
        matching("language", tag, TAG, "a language tag such as nl or pt-BR");
        textsByKey.forEach((key, text) -> text("text " + key, text));
        texts.put(tag, Map.copyOf(textsByKey));
        return this;
    }

    private static String within(String field, String path) {
        return matching(field, path, WITHIN, "a path of up to 200 characters that begins with /");
    }

    private static String text(String field, String text) {
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new InvalidValueException(field, text.length() + " characters", "1 to 1,000, not blank");
        }
        return text;
    }

    private static String matching(String field, String value, Pattern pattern, String allowed) {
        if (!pattern.matcher(value).matches() || value.startsWith("//")) {
            throw new InvalidValueException(field, value, allowed);
        }
        return value;
    }
}
