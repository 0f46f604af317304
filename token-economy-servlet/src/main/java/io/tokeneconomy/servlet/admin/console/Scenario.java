package io.tokeneconomy.servlet.admin.console;

import static io.tokeneconomy.servlet.admin.console.Html.attr;

import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.catalog.TokenPackage;
import io.tokeneconomy.servlet.admin.CardFees;
import io.tokeneconomy.servlet.admin.ConsoleSettings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form of a projection: what stands in it at first, and what it says. */
final class Scenario {

    private static final String PURCHASES = "purchases";
    private static final String PERCENT = "percent";
    private static final String FIXED = "fixed";
    private static final String INFRASTRUCTURE = "infrastructure";
    private static final String SHARE = "share-";

    private static final String PURCHASES_AT_FIRST = "1000";
    private static final long MOST_MINOR = 100_000_000_000L;
    private static final long MOST_FIXED = 1_000_000;
    private static final int WHOLE = 100;

    /** How purchases spread over four packages. */
    private static final List<Integer> FOUR = List.of(30, 50, 15, 5);

    private final List<TokenPackage> offers;
    private final int digits;
    private final Map<String, String> atFirst;

    Scenario(List<TokenPackage> offers, String currency, ConsoleSettings settings) {
        this.offers = offers;
        this.digits = Money.fractionDigits(currency);
        this.atFirst = atFirst(offers, settings.feesIn(currency).orElse(new CardFees(0, 0)), settings);
    }

    private Map<String, String> atFirst(List<TokenPackage> packages, CardFees fees, ConsoleSettings settings) {
        Map<String, String> values = new HashMap<>();
        values.put(PURCHASES, PURCHASES_AT_FIRST);
        values.put(PERCENT, plain(fees.basisPoints(), 2));
        values.put(FIXED, plain(fees.fixedMinor(), digits));
        values.put(INFRASTRUCTURE, plain(settings.infrastructureMinor(), digits));
        for (int i = 0; i < packages.size(); i++) {
            values.put(SHARE + i, Integer.toString(share(i, packages.size())));
        }
        return values;
    }

    /** Four packages as the standard ones sell, others evenly. */
    private static int share(int place, int packages) {
        return packages == FOUR.size() ? FOUR.get(place) : WHOLE * (place + 1) / packages - WHOLE * place / packages;
    }

    private static String plain(long minor, int fraction) {
        return BigDecimal.valueOf(minor, fraction).toPlainString();
    }

    /** {@return what was typed, and at first what is proposed} */
    Map<String, String> filled(Map<String, String> typed) {
        return typed.isEmpty() ? atFirst : typed;
    }

    Optional<Projection> read(Fields fields) {
        Optional<Long> purchases = fields.read(PURCHASES, Reading.number(PURCHASES, 0, Projection.MAX_PURCHASES));
        Optional<Long> percent = fields.read(PERCENT, Reading.minor(PERCENT, 2, 10_000));
        Optional<Long> fixed = fields.read(FIXED, Reading.minor(FIXED, digits, MOST_FIXED));
        Optional<Long> infrastructure = fields.read(INFRASTRUCTURE, Reading.minor(INFRASTRUCTURE, digits, MOST_MINOR));
        List<Projection.Part> mix = mix(fields);
        if (!fields.good()) {
            return Optional.empty();
        }
        CardFees fees = new CardFees(percent.orElseThrow().intValue(), fixed.orElseThrow());
        return Optional.of(new Projection(purchases.orElseThrow(), mix, fees, infrastructure.orElseThrow()));
    }

    private List<Projection.Part> mix(Fields fields) {
        List<Projection.Part> mix = new ArrayList<>();
        int sum = 0;
        for (int i = 0; i < offers.size(); i++) {
            TokenPackage offer = offers.get(i);
            int share = fields.read(SHARE + i, Reading.number("share", 0, WHOLE))
                    .orElse(0L)
                    .intValue();
            sum += share;
            mix.add(new Projection.Part(offer.name(), offer.price().amountMinor(), offer.tokens(), share));
        }
        if (fields.good() && sum != WHOLE) {
            fields.problem(SHARE + 0, "all shares together must be 100; they are " + sum + ".");
        }
        return mix;
    }

    List<Html> inputs(Fields fields) {
        List<Html> inputs = new ArrayList<>();
        inputs.add(input(fields, PURCHASES, "Purchases a month", "Over all packages."));
        for (int i = 0; i < offers.size(); i++) {
            TokenPackage offer = offers.get(i);
            inputs.add(
                    input(fields, SHARE + i, offer.name() + ", %", offer.price().format() + " a purchase."));
        }
        inputs.add(input(fields, PERCENT, "Fee, %", "What the payment provider takes of each payment."));
        inputs.add(input(fields, FIXED, "Fee, fixed", "And a payment, whatever its size."));
        inputs.add(input(fields, INFRASTRUCTURE, "Infrastructure", "What running the shop costs a month."));
        return inputs;
    }

    private static Html input(Fields fields, String name, String label, String hint) {
        return Parts.field(fields, name, label, hint, attr("inputmode", "decimal"), attr("required", ""));
    }
}
