package io.tokeneconomy.payment.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What can be typed into the page's card field ({@code docs.stripe.com/testing}), and what follows. */
enum TestCard {
    GOOD("4242424242424242", "Pays", Outcome.PAID, "visa", ""),
    DECLINED("4000000000000002", "Is declined", Outcome.DECLINED, "visa", "Your card was declined."),
    NO_FUNDS(
            "4000000000009995",
            "Has insufficient funds",
            Outcome.DECLINED,
            "visa",
            "Your card has insufficient funds. Try a different card."),
    PAY_LATER("AT611904300234573201", "Succeeds", Outcome.LATER_PAID, "sepa_debit", ""),
    PAY_LATER_FAILS("AT861904300235473202", "Fails", Outcome.LATER_FAILED, "sepa_debit", "");

    /** How a payment goes. */
    enum Outcome {
        PAID,
        DECLINED,
        LATER_PAID,
        LATER_FAILED
    }

    private static final Pattern SEPARATORS = Pattern.compile("[\\s-]");

    private final String number;
    private final String label;
    private final Outcome outcome;
    private final String brand;
    private final String refusal;

    TestCard(String number, String label, Outcome outcome, String brand, String refusal) {
        this.number = number;
        this.label = label;
        this.outcome = outcome;
        this.brand = brand;
        this.refusal = refusal;
    }

    /** Takes a number with or without spaces, and the words pay_later and pay_later_fails. */
    static Optional<TestCard> of(String typed) {
        String plain = SEPARATORS.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
        return List.of(values()).stream()
                .filter(card -> card.number.equals(plain)
                        || (card.isLater() && card.name().equals(plain)))
                .findFirst();
    }

    static String unknown() {
        return "The sandbox does not know this card. It knows "
                + String.join(
                        ", ", List.of(values()).stream().map(TestCard::number).toList()) + ".";
    }

    boolean isLater() {
        return outcome == Outcome.LATER_PAID || outcome == Outcome.LATER_FAILED;
    }

    String number() {
        return number;
    }

    /** The number in groups of four. */
    String shown() {
        return number.replaceAll("(.{4})(?!$)", "$1 ");
    }

    String label() {
        return label;
    }

    Outcome outcome() {
        return outcome;
    }

    String brand() {
        return brand;
    }

    String last4() {
        return number.substring(number.length() - 4);
    }

    /** What the buyer reads when the card is declined. */
    String refusal() {
        return refusal;
    }
}
