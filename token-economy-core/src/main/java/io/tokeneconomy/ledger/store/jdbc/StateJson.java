package io.tokeneconomy.ledger.store.jdbc;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import io.tokeneconomy.internal.Micros;
import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.AccountStatus;
import io.tokeneconomy.ledger.Counters;
import io.tokeneconomy.ledger.Funding;
import io.tokeneconomy.ledger.Hold;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Lot;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.Period;
import io.tokeneconomy.ledger.Remainder;
import io.tokeneconomy.ledger.SpendLimit;
import io.tokeneconomy.ledger.Usage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** An account's lots, holds, settings and counters as one JSON text; rows of a table would cost a write each. */
final class StateJson {

    private List<Lot> lots = List.of();
    private List<Hold> holds = List.of();
    private AccountSettings settings = AccountSettings.DEFAULT;
    private List<Usage> usage = List.of();
    private Map<String, Remainder> remainders = Map.of();

    private StateJson() {}

    static String write(Account account) {
        return hasOnlyLots(account) ? onlyLots(account.lots()) : everything(account);
    }

    private static boolean hasOnlyLots(Account account) {
        return account.holds().isEmpty()
                && account.settings().equals(AccountSettings.DEFAULT)
                && account.counters().usage().isEmpty()
                && account.counters().remainders().isEmpty();
    }

    /** What most accounts have, without a JSON writer: this runs for every booking. */
    private static String onlyLots(List<Lot> lots) {
        StringBuilder text = new StringBuilder(16 + 48 * lots.size()).append("{\"lots\":[");
        for (Lot lot : lots) {
            Instant expiresAt = lot.terms().expiresAt();
            text.append(lot.number())
                    .append(',')
                    .append(lot.granted())
                    .append(',')
                    .append(lot.remaining())
                    .append(',');
            if (expiresAt == null) {
                text.append("null");
            } else {
                text.append(Micros.of(expiresAt));
            }
            text.append(',').append(lot.terms().priority());
            text.append(",\"").append(lot.terms().funding().name()).append("\",");
        }
        return closed(text);
    }

    /** Takes the comma after the last value back, if there is one. */
    static String closed(StringBuilder array) {
        int last = array.length() - 1;
        if (array.charAt(last) == ',') {
            array.setLength(last);
        }
        return array.append("]}").toString();
    }

    private static String everything(Account account) {
        return Json.write(json -> {
            lots(json.name("lots"), account.lots());
            if (!account.holds().isEmpty()) {
                holds(json.name("holds"), account.holds());
            }
            if (!account.settings().equals(AccountSettings.DEFAULT)) {
                settings(json.name("settings"), account.settings());
            }
            if (!account.counters().usage().isEmpty()) {
                usage(json.name("usage"), account.counters().usage());
            }
            if (!account.counters().remainders().isEmpty()) {
                remainders(json.name("remainders"), account.counters().remainders());
            }
        });
    }

    static StateJson read(String text) {
        return Json.read(text, json -> {
            StateJson state = new StateJson();
            json.beginObject();
            while (json.hasNext()) {
                state.member(json, json.nextName());
            }
            json.endObject();
            return state;
        });
    }

    List<Lot> lots() {
        return lots;
    }

    List<Hold> holds() {
        return holds;
    }

    AccountSettings settings() {
        return settings;
    }

    Counters counters() {
        return new Counters(usage, remainders);
    }

    private void member(JsonReader json, String name) throws IOException {
        switch (name) {
            case "lots" -> lots = lots(json);
            case "holds" -> holds = holds(json);
            case "settings" -> settings = settings(json);
            case "usage" -> usage = usage(json);
            case "remainders" -> remainders = remainders(json);
            default -> throw Json.unknown(name);
        }
    }

    static void terms(JsonWriter json, LotTerms terms) throws IOException {
        Json.time(json, terms.expiresAt());
        json.value(terms.priority()).value(terms.funding().name());
    }

    static LotTerms terms(JsonReader json) throws IOException {
        return new LotTerms(Json.optionalTime(json), json.nextInt(), Funding.valueOf(json.nextString()));
    }

    static void settings(JsonWriter json, AccountSettings settings) throws IOException {
        json.beginArray().value(settings.status().name()).value(settings.overdraftLimit());
        for (SpendLimit limit : settings.spendLimits()) {
            json.value(limit.member()).value(limit.period().name()).value(limit.tokens());
        }
        json.endArray();
    }

    static AccountSettings settings(JsonReader json) throws IOException {
        json.beginArray();
        AccountStatus status = AccountStatus.valueOf(json.nextString());
        long overdraft = json.nextLong();
        List<SpendLimit> limits = new ArrayList<>();
        while (json.hasNext()) {
            limits.add(new SpendLimit(Json.optionalText(json), Period.valueOf(json.nextString()), json.nextLong()));
        }
        json.endArray();
        return new AccountSettings(status, overdraft, limits);
    }

    private static void lots(JsonWriter json, List<Lot> lots) throws IOException {
        json.beginArray();
        for (Lot lot : lots) {
            json.value(lot.number()).value(lot.granted()).value(lot.remaining());
            terms(json, lot.terms());
        }
        json.endArray();
    }

    private static List<Lot> lots(JsonReader json) throws IOException {
        List<Lot> lots = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            lots.add(new Lot(json.nextLong(), json.nextLong(), json.nextLong(), terms(json)));
        }
        json.endArray();
        return lots;
    }

    private static void holds(JsonWriter json, List<Hold> holds) throws IOException {
        json.beginArray();
        for (Hold hold : holds) {
            json.value(hold.number()).value(hold.key().value());
            Json.time(json, hold.placedAt());
            Json.time(json, hold.expiresAt());
            json.value(hold.member());
            lots(json, hold.parts());
        }
        json.endArray();
    }

    private static List<Hold> holds(JsonReader json) throws IOException {
        List<Hold> holds = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            holds.add(new Hold(
                    json.nextLong(),
                    new IdempotencyKey(json.nextString()),
                    time(json),
                    time(json),
                    Json.optionalText(json),
                    lots(json)));
        }
        json.endArray();
        return holds;
    }

    private static void usage(JsonWriter json, List<Usage> usages) throws IOException {
        json.beginArray();
        for (Usage usage : usages) {
            json.value(usage.period().name());
            Json.time(json, usage.start());
            json.value(usage.member()).value(usage.tokens());
        }
        json.endArray();
    }

    private static List<Usage> usage(JsonReader json) throws IOException {
        List<Usage> usages = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            usages.add(
                    new Usage(Period.valueOf(json.nextString()), time(json), Json.optionalText(json), json.nextLong()));
        }
        json.endArray();
        return usages;
    }

    private static void remainders(JsonWriter json, Map<String, Remainder> remainders) throws IOException {
        json.beginArray();
        for (Map.Entry<String, Remainder> entry : remainders.entrySet()) {
            Remainder part = entry.getValue();
            json.value(entry.getKey()).value(part.numerator()).value(part.denominator());
        }
        json.endArray();
    }

    private static Map<String, Remainder> remainders(JsonReader json) throws IOException {
        Map<String, Remainder> remainders = new TreeMap<>();
        json.beginArray();
        while (json.hasNext()) {
            remainders.put(json.nextString(), new Remainder(json.nextLong(), json.nextLong()));
        }
        json.endArray();
        return remainders;
    }

    private static Instant time(JsonReader json) throws IOException {
        return Objects.requireNonNull(Json.optionalTime(json), "a time is missing");
    }
}
