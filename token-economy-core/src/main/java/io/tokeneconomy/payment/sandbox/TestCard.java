package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
    DISPUTED("4000000000000259", "Is disputed as fraud", Aftermath.FRAUD),
    NOT_RECEIVED("4000000000002685", "Is disputed as not received", Aftermath.NOT_RECEIVED),
    INQUIRY("4000000000001976", "Is inquired about", Aftermath.INQUIRY),
    SUSPECT("4000000000005423", "Gets an early fraud warning", Aftermath.FRAUD_WARNING),
    REFUNDS_LATE("4000000000007726", "Is refunded later", Aftermath.REFUND_SUCCEEDS_LATER),
    REFUNDS_FAIL("4000000000005126", "Fails to be refunded", Aftermath.REFUND_FAILS_LATER),
    AUTHENTICATES("4000002760003184", "Wants its owner each time", Aftermath.NONE),
    SETS_UP("4000002500003155", "Wants its owner, unless saved", Aftermath.NONE),
    PAY_LATER("AT611904300234573201", "Succeeds", Outcome.LATER_PAID, "sepa_debit", ""),
    PAY_LATER_FAILS("AT861904300235473202", "Fails", Outcome.LATER_FAILED, "sepa_debit", "");

    /** How a payment goes. */
    enum Outcome {
        PAID,
        DECLINED,
        LATER_PAID,
        LATER_FAILED
    }

    /** The private field of a charge that names the card. */
    static final String NOTE = "_card";

    private static final Pattern SEPARATORS = Pattern.compile("[\\s-]");

    private final String number;
    private final String label;
    private final Outcome outcome;
    private final String brand;
    private final String refusal;
    private final Aftermath aftermath;

    TestCard(String number, String label, Outcome outcome, String brand, String refusal) {
        this(number, label, outcome, brand, refusal, Aftermath.NONE);
    }

    TestCard(String number, String label, Aftermath aftermath) {
        this(number, label, Outcome.PAID, "visa", "", aftermath);
    }

    TestCard(String number, String label, Outcome outcome, String brand, String refusal, Aftermath aftermath) {
        this.number = number;
        this.label = label;
        this.outcome = outcome;
        this.brand = brand;
        this.refusal = refusal;
        this.aftermath = aftermath;
    }

    /** Takes a number with or without spaces, and the words pay_later and pay_later_fails. */
    static Optional<TestCard> of(String typed) {
        String plain = SEPARATORS.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
        return List.of(values()).stream()
                .filter(card -> card.number.equals(plain)
                        || (card.isLater() && card.name().equals(plain)))
                .findFirst();
    }

    /** The card a charge was made with; charges of journals from before cards were noted are taken as good ones. */
    static TestCard ofCharge(JsonObject charge) {
        @Nullable String name = Json.string(charge, NOTE);
        return name == null ? GOOD : valueOf(name);
    }

    static String unknown() {
        return "The sandbox does not know this card. It knows "
                + String.join(
                        ", ", List.of(values()).stream().map(TestCard::number).toList()) + ".";
    }

    /** What happens to a payment while the owner is away; empty: it is paid. */
    Optional<CardRefusal> refusalWhenAway() {
        return switch (this) {
            case DECLINED -> Optional.of(new CardRefusal("card_declined", "generic_decline", refusal));
            case NO_FUNDS -> Optional.of(new CardRefusal("card_declined", "insufficient_funds", refusal));
            case AUTHENTICATES ->
                Optional.of(new CardRefusal(
                        "authentication_required",
                        "authentication_required",
                        "Your card was declined. This transaction requires authentication."));
            default -> Optional.empty();
        };
    }

    /** Whether the bank asks the owner who is there, with 3-D Secure. */
    boolean wantsItsOwner() {
        return this == AUTHENTICATES || this == SETS_UP;
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

    Aftermath aftermath() {
        return aftermath;
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
