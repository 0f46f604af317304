package io.tokeneconomy.pricing;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.MeterRate;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prices as text: {@code 5}, {@code 1/1000}, {@code 5, 8 from 2027-01-01T00:00:00Z}. */
final class PriceText {

    /** Eighteen digits always fit a long. */
    private static final Pattern VERSION =
            Pattern.compile("(?<tokens>[0-9]{1,18})(?:\\s*/\\s*(?<units>[0-9]{1,18}))?(?:\\s+from\\s+(?<from>\\S+))?");

    private static final String ALLOWED =
            "tokens (5) or tokens/units (1/1000), later versions after a comma with their time: 5, 8 from"
                    + " 2027-01-01T00:00:00Z";

    private PriceText() {}

    static List<Price> parse(String operation, String text) {
        OperationName.check(operation);
        List<Price> versions = new ArrayList<>();
        for (String version : text.split(",", -1)) {
            versions.add(version(operation, version.strip()));
        }
        return versions;
    }

    static Price version(String operation, String text) {
        Matcher matcher = VERSION.matcher(text);
        if (!matcher.matches()) {
            throw refused(operation, text);
        }
        long tokens = Long.parseLong(matcher.group("tokens"));
        String units = matcher.group("units");
        String from = matcher.group("from");
        Price price = units == null
                ? Price.fixed(operation, tokens)
                : Price.metered(operation, new MeterRate(tokens, Long.parseLong(units)));
        return from == null ? price : price.from(time(operation, from));
    }

    private static Instant time(String operation, String from) {
        try {
            return Instant.parse(from);
        } catch (DateTimeParseException e) {
            throw refused(operation, from);
        }
    }

    private static InvalidValueException refused(String operation, String text) {
        return new InvalidValueException("price of " + operation, text, ALLOWED);
    }
}
