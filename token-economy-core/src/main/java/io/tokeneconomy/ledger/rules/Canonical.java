package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.Allocation;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.Effects;
import io.tokeneconomy.ledger.HoldChange;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.MeterRate;
import io.tokeneconomy.ledger.Metering;
import io.tokeneconomy.ledger.Movement;
import io.tokeneconomy.ledger.PurchaseDetails;
import io.tokeneconomy.ledger.SpendLimit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The canonical form of the vocabulary. It is part of the stored format: it must never change. */
final class Canonical {

    private Canonical() {}

    static void details(CanonicalBytes bytes, Details details) {
        bytes.text(details.reference()).text(details.description()).map(details.metadata());
    }

    static void terms(CanonicalBytes bytes, LotTerms terms) {
        bytes.instant(terms.expiresAt())
                .number(terms.priority())
                .text(terms.funding().name());
    }

    /** The sale without the buyer's id at the payment provider, which can be erased. */
    static void sale(CanonicalBytes bytes, PurchaseDetails purchase) {
        bytes.text(purchase.orderId())
                .text(purchase.packageId())
                .number(purchase.price().amountMinor())
                .text(purchase.price().currency())
                .text(purchase.sessionId())
                .text(purchase.paymentIntentId());
    }

    /** All but the members' names, which can be erased. */
    static void settings(CanonicalBytes bytes, AccountSettings settings) {
        bytes.text(settings.status().name())
                .number(settings.overdraftLimit())
                .size(settings.spendLimits().size());
        for (SpendLimit limit : settings.spendLimits()) {
            bytes.text(limit.namesMember() ? "" : limit.member())
                    .text(limit.period().name())
                    .number(limit.tokens());
        }
    }

    /** The names that the spend limits among the settings are for. */
    static void limitedMembers(CanonicalBytes bytes, @Nullable AccountSettings settings) {
        List<SpendLimit> named = settings == null
                ? List.of()
                : settings.spendLimits().stream()
                        .filter(SpendLimit::namesMember)
                        .toList();
        bytes.size(named.size());
        named.forEach(limit -> bytes.text(limit.member()));
    }

    static void rate(CanonicalBytes bytes, MeterRate rate) {
        bytes.number(rate.tokens()).number(rate.units());
    }

    static void movement(CanonicalBytes bytes, Movement movement) {
        bytes.text(movement.type().name())
                .number(movement.amount())
                .number(movement.after().settled())
                .number(movement.after().held())
                .number(movement.after().debt());
        effects(bytes, movement.effects());
    }

    /** All but the member's name, which can be erased. */
    private static void effects(CanonicalBytes bytes, Effects effects) {
        allocations(bytes, effects.lots());
        LotTerms terms = effects.terms();
        bytes.flag(terms != null);
        if (terms != null) {
            terms(bytes, terms);
        }
        bytes.number(effects.source());
        HoldChange hold = effects.hold();
        bytes.flag(hold != null);
        if (hold != null) {
            bytes.number(hold.hold()).instant(hold.expiresAt());
            allocations(bytes, hold.parts());
        }
        AccountSettings settings = effects.settings();
        bytes.flag(settings != null);
        if (settings != null) {
            settings(bytes, settings);
        }
        Metering metering = effects.metering();
        bytes.flag(metering != null);
        if (metering != null) {
            bytes.text(metering.meter()).number(metering.units());
            rate(bytes, metering.rate());
            bytes.number(metering.carried().numerator())
                    .number(metering.carried().denominator());
        }
    }

    private static void allocations(CanonicalBytes bytes, List<Allocation> allocations) {
        bytes.size(allocations.size());
        for (Allocation allocation : allocations) {
            bytes.number(allocation.lot()).number(allocation.amount());
        }
    }
}
