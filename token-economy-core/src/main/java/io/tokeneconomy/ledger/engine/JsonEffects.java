package io.tokeneconomy.ledger.engine;

import com.google.gson.stream.JsonWriter;
import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.Allocation;
import io.tokeneconomy.ledger.Effects;
import io.tokeneconomy.ledger.HoldChange;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.Metering;
import io.tokeneconomy.ledger.SpendLimit;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an entry changed, as members of its JSON object; what it did not change is left out. */
final class JsonEffects {

    private JsonEffects() {}

    static void write(JsonWriter json, Effects effects) throws IOException {
        json.name("member").value(effects.member());
        allocations(json, effects.lots());
        terms(json, effects.terms());
        if (effects.source() != 0) {
            json.name("sourceLot").value(effects.source());
        }
        hold(json, effects.hold());
        settings(json, effects.settings());
        metering(json, effects.metering());
    }

    private static void allocations(JsonWriter json, List<Allocation> allocations) throws IOException {
        json.name("lots").beginArray();
        for (Allocation allocation : allocations) {
            json.beginObject();
            json.name("lot").value(allocation.lot());
            json.name("amount").value(allocation.amount());
            json.endObject();
        }
        json.endArray();
    }

    private static void terms(JsonWriter json, @Nullable LotTerms terms) throws IOException {
        if (terms == null) {
            return;
        }
        json.name("terms").beginObject();
        json.name("expiresAt").value(JsonFormat.text(terms.expiresAt()));
        json.name("priority").value(terms.priority());
        json.name("funding").value(terms.funding().name());
        json.endObject();
    }

    private static void hold(JsonWriter json, @Nullable HoldChange hold) throws IOException {
        if (hold == null) {
            return;
        }
        json.name("hold").beginObject();
        json.name("hold").value(hold.hold());
        json.name("expiresAt").value(JsonFormat.text(hold.expiresAt()));
        allocations(json, hold.parts());
        json.endObject();
    }

    private static void settings(JsonWriter json, @Nullable AccountSettings settings) throws IOException {
        if (settings == null) {
            return;
        }
        json.name("settings").beginObject();
        json.name("status").value(settings.status().name());
        json.name("overdraftLimit").value(settings.overdraftLimit());
        json.name("spendLimits").beginArray();
        for (SpendLimit limit : settings.spendLimits()) {
            json.beginObject();
            json.name("member").value(limit.member());
            json.name("period").value(limit.period().name());
            json.name("tokens").value(limit.tokens());
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }

    private static void metering(JsonWriter json, @Nullable Metering metering) throws IOException {
        if (metering == null) {
            return;
        }
        json.name("metering").beginObject();
        json.name("meter").value(metering.meter());
        json.name("units").value(metering.units());
        json.name("rateTokens").value(metering.rate().tokens());
        json.name("rateUnits").value(metering.rate().units());
        json.name("carriedNumerator").value(metering.carried().numerator());
        json.name("carriedDenominator").value(metering.carried().denominator());
        json.endObject();
    }
}
