package io.tokeneconomy.order;

import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.internal.Micros;
import io.tokeneconomy.ledger.Period;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A {@link TopUp} as texts by name; what is null is left out. */
final class TopUpTexts {

    private final Map<String, String> texts = new TreeMap<>();

    private TopUpTexts() {}

    static Map<String, String> write(TopUp topUp) {
        TopUpSettings settings = topUp.settings();
        TopUpProgress progress = topUp.progress();
        return new TopUpTexts()
                .put("package", settings.packageId())
                .put("threshold", settings.threshold())
                .put("cap_period", settings.cap().period())
                .put("cap_times", settings.cap().times())
                .put("cap_minor", settings.cap().amountMinor())
                .put("cooldown_seconds", settings.cooldown().toSeconds())
                .put("price_minor", topUp.price().amountMinor())
                .put("currency", topUp.price().currency())
                .put("tokens", topUp.tokens())
                .put("card", topUp.cardId())
                .put("card_name", topUp.cardName())
                .put("allowed_at", topUp.allowedAt())
                .put("off", progress.off())
                .put("trouble", progress.trouble())
                .put("in_flight", progress.inFlight())
                .put("attempted_at", progress.attemptedAt())
                .put("declines", progress.declines())
                .put("not_before", progress.notBefore())
                .put("day", progress.day())
                .put("month", progress.month())
                .texts;
    }

    private TopUpTexts put(String period, TopUpTally tally) {
        return put(period + "_since", tally.since())
                .put(period + "_times", tally.times())
                .put(period + "_minor", tally.amountMinor());
    }

    private TopUpTexts put(String name, @Nullable Object value) {
        if (value != null) {
            texts.put(name, value instanceof Instant time ? Micros.text(time) : value.toString());
        }
        return this;
    }

    static TopUp read(Map<String, String> texts) {
        try {
            return new TopUp(
                    settings(texts),
                    Money.of(number(texts, "price_minor"), text(texts, "currency")),
                    number(texts, "tokens"),
                    text(texts, "card"),
                    text(texts, "card_name"),
                    Instant.parse(text(texts, "allowed_at")),
                    progress(texts));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no time: " + e.getMessage(), e);
        }
    }

    private static TopUpSettings settings(Map<String, String> texts) {
        TopUpCap cap = new TopUpCap(
                Period.valueOf(text(texts, "cap_period")),
                optional(texts, "cap_times", Long::valueOf),
                optional(texts, "cap_minor", Long::valueOf));
        return new TopUpSettings(
                text(texts, "package"),
                number(texts, "threshold"),
                cap,
                Duration.ofSeconds(number(texts, "cooldown_seconds")));
    }

    private static TopUpProgress progress(Map<String, String> texts) {
        return new TopUpProgress(
                optional(texts, "off", TopUpOff::valueOf),
                texts.get("trouble"),
                optional(texts, "in_flight", OrderId::new),
                optional(texts, "attempted_at", Instant::parse),
                number(texts, "declines"),
                optional(texts, "not_before", Instant::parse),
                tally(texts, "day"),
                tally(texts, "month"));
    }

    private static TopUpTally tally(Map<String, String> texts, String period) {
        return new TopUpTally(
                Instant.parse(text(texts, period + "_since")),
                number(texts, period + "_times"),
                number(texts, period + "_minor"));
    }

    private static <T> @Nullable T optional(Map<String, String> texts, String name, Function<String, T> reader) {
        String found = texts.get(name);
        return found == null ? null : reader.apply(found);
    }

    private static long number(Map<String, String> texts, String name) {
        return Long.parseLong(text(texts, name));
    }

    private static String text(Map<String, String> texts, String name) {
        String found = texts.get(name);
        if (found == null) {
            throw new IllegalArgumentException("a top-up without " + name);
        }
        return found;
    }
}
