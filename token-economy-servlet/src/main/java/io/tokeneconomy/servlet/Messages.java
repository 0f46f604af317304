package io.tokeneconomy.servlet;

import com.google.gson.GsonBuilder;
import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.catalog.TokenPackage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of one language, complete, and how it writes numbers. Scripts get the very same texts. Immutable. */
final class Messages {

    private static final Pattern SLOT = Pattern.compile("\\{([a-z]+)}");
    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "ckb", "dv", "fa", "he", "ks", "nqo", "pnb", "ps", "sd", "syr", "ug", "ur", "yi");
    private static final Set<String> RIGHT_TO_LEFT_SCRIPTS = Set.of("Arab", "Hebr", "Nkoo", "Syrc", "Thaa");
    private static final int FINER_DIGITS = 2;

    private final String tag;
    private final Locale locale;
    private final Map<String, String> texts;

    Messages(String tag, Map<String, String> texts) {
        this.tag = tag;
        // browsers write Arabic in Latin digits, Java does not
        this.locale = Locale.forLanguageTag(tag + "-u-nu-latn");
        this.texts = Map.copyOf(texts);
    }

    /** {@return the language as in the attribute {@code lang}} */
    String tag() {
        return tag;
    }

    /** {@return {@code ltr} or {@code rtl}} */
    String direction() {
        boolean rightToLeft = locale.getScript().isEmpty()
                ? RIGHT_TO_LEFT.contains(locale.getLanguage())
                : RIGHT_TO_LEFT_SCRIPTS.contains(locale.getScript());
        return rightToLeft ? "rtl" : "ltr";
    }

    Map<String, String> texts() {
        return texts;
    }

    String text(String key) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalStateException("No text " + key + " in " + tag);
        }
        return text;
    }

    /** {@return the text, and the given one where there is none} */
    String textOr(String key, String otherwise) {
        return texts.getOrDefault(key, otherwise);
    }

    /** {@return the text, every <code>{name}</code> replaced by its value} */
    String text(String key, Map<String, String> values) {
        return SLOT.matcher(text(key))
                .replaceAll(slot -> Matcher.quoteReplacement(values.getOrDefault(slot.group(1), slot.group())));
    }

    /** {@return the form of the text that goes with the number, the number in the place of <code>{count}</code>} */
    String counted(String key, long count) {
        String form = key + '.' + Plurals.category(locale.getLanguage(), count);
        return text(texts.containsKey(form) ? form : key + ".other", Map.of("count", number(count)));
    }

    String tokens(long count) {
        return counted("tokens", count);
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    String money(Money money) {
        return spaced(currency(money).format(money.amount()));
    }

    /**
     * {@return what one token of the package costs} At most two digits finer than money is, and as fine as the finest of
     * those it is shown with, so that they can be compared.
     */
    String perToken(TokenPackage offer, List<TokenPackage> shown) {
        NumberFormat format = currency(offer.price());
        int finer = shown.stream().mapToInt(this::finerDigits).max().orElse(0);
        int digits = format.getMaximumFractionDigits() + finer;
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return spaced(format.format(each(offer, digits)));
    }

    private int finerDigits(TokenPackage offer) {
        int usual = currency(offer.price()).getMaximumFractionDigits();
        return Math.max(each(offer, usual + FINER_DIGITS).stripTrailingZeros().scale() - usual, 0);
    }

    private static BigDecimal each(TokenPackage offer, int digits) {
        return offer.price().amount().divide(BigDecimal.valueOf(offer.tokens()), digits, RoundingMode.HALF_UP);
    }

    /** As CLDR says and Java does not: a currency's letters and the number do not touch. */
    private static String spaced(String money) {
        return money.replaceAll("(?<=\\p{L})(?=\\d)|(?<=\\d)(?=\\p{L})", "\u00a0");
    }

    private NumberFormat currency(Money money) {
        Currency currency = Currency.getInstance(money.currency().toUpperCase(Locale.ROOT));
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        int digits = Math.min(
                Math.max(currency.getDefaultFractionDigits(), 0), money.amount().scale());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format;
    }

    /**
     * {@return what the catalog says of a package, in this language} A text is translated when it is the very one that
     * English has for this package, as those of the standard catalog are.
     */
    String ofPackage(TokenPackage offer, String field, String own, Messages english) {
        String key = "package." + offer.id() + '.' + field;
        return own.equals(english.texts.get(key)) ? textOr(key, own) : own;
    }

    /** {@return a module that exports the texts} */
    String script() {
        return "export default " + new GsonBuilder().create().toJson(new TreeMap<>(texts)) + ";\n";
    }
}
