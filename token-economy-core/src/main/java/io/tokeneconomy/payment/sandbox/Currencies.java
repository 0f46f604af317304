package io.tokeneconomy.payment.sandbox;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Currencies with Stripe's decimals, which are not everywhere ISO's ({@code docs.stripe.com/currencies}). */
final class Currencies {

    private static final Set<String> NO_DECIMALS = Set.of(
            "bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga", "pyg", "rwf", "vnd", "vuv", "xaf", "xof", "xpf");
    private static final Set<String> THREE_DECIMALS = Set.of("bhd", "jod", "kwd", "omr", "tnd");
    private static final Pattern CODE = Pattern.compile("[a-z]{3}");

    private Currencies() {}

    /** The code in lower case, as Stripe answers it. */
    static String required(Params params, String name) {
        String code = params.required(name).toLowerCase(Locale.ROOT);
        if (!CODE.matcher(code).matches()) {
            throw StripeError.invalid(null, params.path(name), "Invalid currency: " + code);
        }
        return code;
    }

    /** The amount for people: {@code $9.99}, {@code 500 JPY}. */
    static String show(long minor, String currency) {
        int decimals = NO_DECIMALS.contains(currency) ? 0 : THREE_DECIMALS.contains(currency) ? 3 : 2;
        String amount = BigDecimal.valueOf(minor, decimals).toPlainString();
        return switch (currency) {
            case "usd" -> "$" + amount;
            case "eur" -> "€" + amount;
            case "gbp" -> "£" + amount;
            default -> amount + " " + currency.toUpperCase(Locale.ROOT);
        };
    }
}
