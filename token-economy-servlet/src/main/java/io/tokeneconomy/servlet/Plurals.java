package io.tokeneconomy.servlet;

/**
 * Which form of a word goes with a number, as <a href="https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html">CLDR</a>
 * says for our own languages; browsers have {@code Intl.PluralRules}. Languages that a host adds count as English does.
 */
final class Plurals {

    private Plurals() {}

    /** {@return one of zero, one, two, few, many, other} */
    static String category(String language, long number) {
        return switch (language) {
            case "ja", "zh" -> "other";
            case "fr" -> number == 0 || number == 1 ? "one" : "other";
            case "ar" -> arabic(number);
            default -> number == 1 ? "one" : "other";
        };
    }

    private static String arabic(long number) {
        if (number >= 0 && number <= 2) {
            return number == 0 ? "zero" : number == 1 ? "one" : "two";
        }
        long hundredths = number % 100;
        if (hundredths >= 3 && hundredths <= 10) {
            return "few";
        }
        return hundredths >= 11 ? "many" : "other";
    }
}
