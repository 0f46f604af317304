package io.tokeneconomy.example.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.tokeneconomy.example.quickstart.Settings;
import io.tokeneconomy.example.quickstart.Shop;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** A shop that is open, and a person in front of it. */
@SuppressWarnings("NullAway.Init")
abstract class ShopInBrowser {

    static final Pattern PAYMENT_PAGE = Pattern.compile(".*/c/pay/cs_test_.*");
    static final Pattern SUCCESS_PAGE = Pattern.compile(".*/tokens/success\\?session_id=.*");
    static final Pattern GOOD_CARD = Pattern.compile("4242 4242 4242 4242");
    static final Pattern DECLINED_CARD = Pattern.compile("4000 0000 0000 0002");

    @TempDir
    static Path data;

    static Chromium chromium;
    static Shop shop;

    Page page;
    Complaints complaints;

    @BeforeAll
    static void open(TestInfo test) {
        Map<String, String> settings =
                new HashMap<>(Map.of("PORT", "0", "SANDBOX_PORT", "0", "DATA_DIR", data.toString()));
        test.getTestClass()
                .map(type -> type.getAnnotation(OpenWith.class))
                .ifPresent(more -> settings.put(more.name(), more.value()));
        chromium = Chromium.launch();
        shop = Shop.open(Settings.from(settings));
    }

    @AfterAll
    static void close() {
        if (shop != null) {
            shop.close();
            chromium.close();
        }
    }

    @BeforeEach
    void arrive() {
        arriveAs(new NewContextOptions());
    }

    /** Leaves and comes back as somebody with other habits. */
    void arriveAs(NewContextOptions habits) {
        if (page != null) {
            page.context().close();
        }
        page = chromium.newPerson(habits);
        complaints = Complaints.of(page);
        go("/");
    }

    @AfterEach
    void leave() {
        page.context().close();
    }

    void go(String path) {
        page.navigate(shop.baseUrl().resolve(path).toString());
    }

    void signIn(String user) {
        page.getByLabel("Name").fill(user);
        button("Sign in").click();
        assertThat(page.getByText(user).first()).isVisible();
    }

    /** Comes as somebody with such habits, and signs in. */
    void arriveSignedIn(String user, NewContextOptions habits) {
        arriveAs(habits);
        signIn(user);
    }

    /** Buys on the page that sells, with the card that pays, and comes back. */
    void buy(String price) {
        button("Buy for " + price).click();
        payWithGoodCard();
    }

    void payWithGoodCard() {
        page.waitForURL(PAYMENT_PAGE);
        button(GOOD_CARD).click();
        page.waitForURL(SUCCESS_PAGE);
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    Locator button(Pattern name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
