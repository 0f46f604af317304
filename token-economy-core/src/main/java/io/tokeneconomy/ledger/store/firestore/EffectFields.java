package io.tokeneconomy.ledger.store.firestore;

import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.Effects;
import io.tokeneconomy.ledger.HoldChange;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.MeterRate;
import io.tokeneconomy.ledger.Metering;

/** What an entry changed besides the totals, as fields of its document. */
final class EffectFields {

    private EffectFields() {}

    static void write(Fields fields, Effects effects) {
        LotTerms terms = effects.terms();
        HoldChange hold = effects.hold();
        AccountSettings settings = effects.settings();
        Metering metering = effects.metering();
        fields.list("lots", effects.lots(), StateFields::allocation)
                .map("opens", terms == null ? null : StateFields.terms(terms))
                .numberIfAny("source_lot", effects.source())
                .map("hold", hold == null ? null : hold(hold))
                .map("settings", settings == null ? null : StateFields.settings(settings))
                .map("metering", metering == null ? null : metering(metering))
                .text("member", effects.member());
    }

    static Effects read(Found found) {
        return new Effects(
                found.list("lots", StateFields::allocation),
                found.map("opens", StateFields::terms),
                found.numberIfAny("source_lot"),
                found.map("hold", EffectFields::hold),
                found.map("settings", StateFields::settings),
                found.map("metering", EffectFields::metering),
                found.optionalText("member"));
    }

    private static Fields hold(HoldChange change) {
        return new Fields()
                .number("hold", change.hold())
                .time("expires_at", change.expiresAt())
                .list("parts", change.parts(), StateFields::allocation);
    }

    private static HoldChange hold(Found found) {
        return new HoldChange(
                found.number("hold"), found.optionalTime("expires_at"), found.list("parts", StateFields::allocation));
    }

    private static Fields metering(Metering metering) {
        return new Fields()
                .text("meter", metering.meter())
                .number("units", metering.units())
                .number("rate_tokens", metering.rate().tokens())
                .number("rate_units", metering.rate().units())
                .number("numerator", metering.carried().numerator())
                .number("denominator", metering.carried().denominator());
    }

    private static Metering metering(Found found) {
        return new Metering(
                found.text("meter"),
                found.number("units"),
                new MeterRate(found.number("rate_tokens"), found.number("rate_units")),
                StateFields.remainder(found));
    }
}
