package io.tokeneconomy.ledger.store.jdbc;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import io.tokeneconomy.ledger.Allocation;
import io.tokeneconomy.ledger.Effects;
import io.tokeneconomy.ledger.HoldChange;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.MeterRate;
import io.tokeneconomy.ledger.Metering;
import io.tokeneconomy.ledger.Remainder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** An entry's effects as one JSON text. */
final class EffectsJson {

    private EffectsJson() {}

    static String write(Effects effects) {
        return effects.equals(Effects.of(effects.lots())) ? onlyLots(effects.lots()) : everything(effects);
    }

    /** What most entries have, without a JSON writer: this runs for every booking. */
    private static String onlyLots(List<Allocation> lots) {
        StringBuilder text = new StringBuilder(16 + 16 * lots.size()).append("{\"lots\":[");
        for (Allocation allocation : lots) {
            text.append(allocation.lot())
                    .append(',')
                    .append(allocation.amount())
                    .append(',');
        }
        return StateJson.closed(text);
    }

    private static String everything(Effects effects) {
        return Json.write(json -> {
            allocations(json.name("lots"), effects.lots());
            LotTerms terms = effects.terms();
            if (terms != null) {
                json.name("terms").beginArray();
                StateJson.terms(json, terms);
                json.endArray();
            }
            if (effects.source() != 0) {
                json.name("source").value(effects.source());
            }
            HoldChange hold = effects.hold();
            if (hold != null) {
                json.name("hold").beginArray().value(hold.hold());
                Json.time(json, hold.expiresAt());
                allocations(json, hold.parts());
                json.endArray();
            }
            if (effects.settings() != null) {
                StateJson.settings(json.name("settings"), effects.settings());
            }
            if (effects.metering() != null) {
                metering(json.name("metering"), effects.metering());
            }
            if (effects.member() != null) {
                json.name("member").value(effects.member());
            }
        });
    }

    static Effects read(String text) {
        return Json.read(text, json -> {
            Effects effects = Effects.NONE;
            json.beginObject();
            while (json.hasNext()) {
                effects = member(json, json.nextName(), effects);
            }
            json.endObject();
            return effects;
        });
    }

    private static Effects member(JsonReader json, String name, Effects effects) throws IOException {
        return switch (name) {
            case "lots" ->
                new Effects(
                        allocations(json),
                        effects.terms(),
                        effects.source(),
                        effects.hold(),
                        effects.settings(),
                        effects.metering(),
                        effects.member());
            case "terms" -> effects.opening(terms(json));
            case "source" -> effects.about(json.nextLong());
            case "hold" -> effects.holding(hold(json));
            case "settings" -> effects.configuring(StateJson.settings(json));
            case "metering" -> effects.metering(metering(json));
            case "member" -> effects.by(json.nextString());
            default -> throw Json.unknown(name);
        };
    }

    private static LotTerms terms(JsonReader json) throws IOException {
        json.beginArray();
        LotTerms terms = StateJson.terms(json);
        json.endArray();
        return terms;
    }

    private static HoldChange hold(JsonReader json) throws IOException {
        json.beginArray();
        HoldChange change = new HoldChange(json.nextLong(), Json.optionalTime(json), allocations(json));
        json.endArray();
        return change;
    }

    private static void metering(JsonWriter json, Metering metering) throws IOException {
        json.beginArray()
                .value(metering.meter())
                .value(metering.units())
                .value(metering.rate().tokens())
                .value(metering.rate().units())
                .value(metering.carried().numerator())
                .value(metering.carried().denominator())
                .endArray();
    }

    private static Metering metering(JsonReader json) throws IOException {
        json.beginArray();
        Metering metering = new Metering(
                json.nextString(),
                json.nextLong(),
                new MeterRate(json.nextLong(), json.nextLong()),
                new Remainder(json.nextLong(), json.nextLong()));
        json.endArray();
        return metering;
    }

    private static void allocations(JsonWriter json, List<Allocation> allocations) throws IOException {
        json.beginArray();
        for (Allocation allocation : allocations) {
            json.value(allocation.lot()).value(allocation.amount());
        }
        json.endArray();
    }

    private static List<Allocation> allocations(JsonReader json) throws IOException {
        List<Allocation> allocations = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            allocations.add(new Allocation(json.nextLong(), json.nextLong()));
        }
        json.endArray();
        return allocations;
    }
}
