package io.tokeneconomy.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.catalog.TokenPackage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

    private static final Pattern SLOT = Pattern.compile("\\{[a-z]+}");
    private static final Pattern FORM = Pattern.compile("\\.(zero|one|two|few|many|other)$");

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es", "ja", "zh", "ar"})
    void everyLanguageHasEveryTextAndFillsTheSameSlots(String tag) {
        Map<String, String> english = Languages.own("en");
        Map<String, String> texts = Languages.own(tag);

        assertThat(withoutForms(texts.keySet())).isEqualTo(withoutForms(english.keySet()));
        texts.forEach((key, text) -> {
            String same = english.getOrDefault(key, FORM.matcher(key).replaceFirst(".other"));
            boolean wordForNumber = FORM.matcher(key).find();
            if (!wordForNumber) {
                assertThat(slots(text)).as(key).isEqualTo(slots(same));
            }
            assertThat(text).as(key).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|1234567|1,234,567 tokens|$9.99|$0.0908",
                "en|1|1 token|$9.99|$0.0908",
                "de|1234567|1.234.567 Tokens|9,99 $|0,0908 $",
                "ja|1|1 トークン|$9.99|$0.0908",
                "zh|110|110 个代币|US$9.99|US$0.0908",
                "es|110|110 tokens|9,99 US$|0,0908 US$",
                "ar|1|رمز واحد|9.99|0.0908",
                "ar|2|رمزان|9.99|0.0908",
                "ar|5|5 رموز|9.99|0.0908",
                "ar|110|110 رموز|9.99|0.0908",
                "ar|11|11 رمزًا|9.99|0.0908",
                "ar|100|100 رمز|9.99|0.0908",
            })
    void numbersAndMoneyAreWrittenAsTheLanguageDoes(String tag, long tokens, String words, String price, String each) {
        Messages language = new Messages(tag, Languages.own(tag));
        TokenPackage popular = Catalog.standard().require("popular");

        assertThat(plain(language.tokens(tokens))).isEqualTo(words);
        assertThat(plain(language.money(popular.price()))).contains(price);
        assertThat(plain(language.perToken(popular, List.of(popular)))).contains(each);
    }

    @Test
    void packagesThatAreShownTogetherHavePricesOfOneTokenAsFineAsEachOther() {
        Messages english = new Messages("en", Map.of());
        List<TokenPackage> standard = Catalog.standard().packages();
        List<TokenPackage> whole = List.of(offer(10, 100), offer(40, 500));

        assertThat(standard.stream().map(offer -> english.perToken(offer, standard)))
                .containsExactly("$0.0998", "$0.0908", "$0.0800", "$0.0714");
        assertThat(whole.stream().map(offer -> english.perToken(offer, whole))).containsExactly("$0.100", "$0.125");
        assertThat(english.perToken(offer(10, 100), List.of(offer(10, 100)))).isEqualTo("$0.10");
    }

    private static TokenPackage offer(long tokens, long cents) {
        return TokenPackage.builder("p" + tokens)
                .name("P")
                .description("P")
                .tokens(tokens)
                .price(Money.of(cents, "usd"))
                .build();
    }

    @Test
    void moneyHasTheDigitsItsCurrencyHas() {
        Messages english = new Messages("en", Map.of());

        assertThat(plain(english.money(Money.of(500, "jpy")))).isEqualTo("¥500");
        assertThat(plain(english.money(Money.of(5_120, "kwd")))).isEqualTo("KWD 5.120");
        assertThat(plain(english.money(Money.of(500, "isk")))).isEqualTo("ISK 5");
        assertThat(plain(english.money(Money.of(5, "mga")))).isEqualTo("MGA 5");
    }

    @ParameterizedTest
    @CsvSource({
        "'', en, ltr",
        "'de-AT,en;q=0.8', de, ltr",
        "'tlh,ar;q=0.5', ar, rtl",
        "'zh-Hant-TW', zh, ltr",
        "'nl', en, ltr",
        "'en;q=nonsense', en, ltr",
        "'*', en, ltr",
    })
    void theBrowserIsAskedFor(String accepted, String language, String direction) {
        try (Shop shop = Shop.open()) {
            Answer page =
                    shop.browser("alice").with("Accept-Language", accepted).get("/tokens/buy");

            assertThat(page.header("Content-Language")).isEqualTo(language);
            assertThat(page.body()).contains("<html lang=\"" + language + "\" dir=\"" + direction + "\">");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi", "pa-Arab", "az-Arab-IR", "ku-Arab"})
    void aHostsLanguageRunsInItsOwnDirection(String tag) {
        assertThat(new Messages(tag, Map.of()).direction()).isEqualTo("rtl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "pa", "az", "ku", "ur-Latn", "sd-Deva", "zh-Hant"})
    void otherScriptsRunFromLeftToRight(String tag) {
        assertThat(new Messages(tag, Map.of()).direction()).isEqualTo("ltr");
    }

    @Test
    void theQueryGoesBeforeTheHostAndTheHostBeforeTheBrowser() {
        try (Shop shop = Shop.options()
                .filter(f -> f.pages(pages -> pages.language(request ->
                        Optional.of(request.getHeader("X-User").equals("alice") ? Locale.GERMANY : Locale.ROOT))))
                .open()) {
            assertThat(language(shop, "alice", "/tokens/buy")).isEqualTo("de");
            assertThat(language(shop, "alice", "/tokens/buy?lang=ja")).isEqualTo("ja");
            assertThat(language(shop, "alice", "/tokens/buy?lang=xx")).isEqualTo("de");
            assertThat(language(shop, "bob", "/tokens/buy")).isEqualTo("fr");
        }
    }

    private static String language(Shop shop, String user, String path) {
        return shop.browser(user).with("Accept-Language", "fr").get(path).header("Content-Language");
    }

    @Test
    void aHostAddsALanguageAndChangesWords() {
        try (Shop shop = Shop.options()
                .filter(f -> f.pages(pages -> pages.texts("nl", Map.of("buy.title", "Tegoed kopen"))
                        .texts("de", Map.of("buy.title", "Guthaben aufladen"))))
                .open()) {
            Browser alice = shop.browser("alice");
            assertThat(alice.get("/tokens/buy?lang=nl").body()).contains("<h1>Tegoed kopen</h1>", "Buy for ");
            assertThat(alice.get("/tokens/buy?lang=de").body()).contains("<h1>Guthaben aufladen</h1>", "Für 9,99");
            assertThat(alice.get("/tokens/buy?lang=nl").body()).containsPattern("messages-nl\\.[0-9a-f]{16}\\.js");
        }
    }

    @Test
    void theStandardCatalogIsTranslatedAndASellersOwnWordsAreLeft() {
        TokenPackage own = TokenPackage.builder("popular")
                .name("Popular")
                .description("Ours, by hand")
                .tokens(5)
                .price(Money.of(100, "usd"))
                .build();
        try (Shop standard = Shop.open();
                Shop sellers =
                        Shop.options().economy(e -> e.catalog(Catalog.of(own))).open()) {
            assertThat(standard.browser("alice").get("/tokens/buy?lang=de").body())
                    .contains("Beliebt", "Ideal zum Ausprobieren");
            assertThat(standard.browser(null)
                            .get("/api/tokens/packages?lang=de")
                            .body())
                    .contains("\"name\":\"Beliebt\"");
            assertThat(sellers.browser("alice").get("/tokens/buy?lang=de").body())
                    .contains("Beliebt", "Ours, by hand");
        }
    }

    private static Set<String> withoutForms(Set<String> keys) {
        return keys.stream()
                .map(key -> key.startsWith("error.") ? key : FORM.matcher(key).replaceFirst(""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> slots(String text) {
        return SLOT.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }
}
