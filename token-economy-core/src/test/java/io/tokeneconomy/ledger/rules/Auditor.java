package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.Allocation;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.Digest;
import io.tokeneconomy.ledger.Effects;
import io.tokeneconomy.ledger.HoldChange;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.Metering;
import io.tokeneconomy.ledger.PurchaseDetails;
import io.tokeneconomy.ledger.SpendLimit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Hashes a history a second time, from the description of the format. */
final class Auditor {

    private Auditor() {}

    static List<Digest> hashes(List<LedgerEntry> history, Digest salt) {
        List<Digest> hashes = new ArrayList<>();
        Digest previous = Digest.ofHex("00".repeat(32));
        for (LedgerEntry entry : history) {
            previous = hash(previous, entry, salt);
            hashes.add(previous);
        }
        return hashes;
    }

    private static Digest hash(Digest previous, LedgerEntry entry, Digest salt) {
        Digest kept = entry.seal().erased();
        GoldenBytes bytes = new GoldenBytes()
                .text("token-economy/entry/1")
                .digest(previous)
                .digest(kept == null ? personal(entry, salt) : kept)
                .digest(entry.seal().fingerprint())
                .number(entry.sequence());
        time(bytes, entry.at());
        bytes.text(entry.key().value())
                .text(entry.type().name())
                .number(entry.amount())
                .number(entry.movement().after().settled())
                .number(entry.movement().after().held())
                .number(entry.movement().after().debt());
        effects(bytes, entry.movement().effects());
        PurchaseDetails sale = entry.purchase();
        bytes.small(sale == null ? 0 : 1);
        if (sale != null) {
            bytes.text(sale.orderId())
                    .text(sale.packageId())
                    .number(sale.price().amountMinor())
                    .text(sale.price().currency())
                    .text(sale.sessionId());
            text(bytes, sale.paymentIntentId());
        }
        return bytes.hash();
    }

    private static Digest personal(LedgerEntry entry, Digest salt) {
        Effects effects = entry.movement().effects();
        GoldenBytes bytes = new GoldenBytes()
                .text("token-economy/personal/1")
                .digest(salt)
                .text(entry.account().value());
        text(bytes, effects.member());
        text(bytes, entry.purchase() == null ? null : entry.purchase().customerId());
        List<String> names = new ArrayList<>();
        AccountSettings settings = effects.settings();
        for (SpendLimit limit : settings == null ? List.<SpendLimit>of() : settings.spendLimits()) {
            if (limit.member() != null && !limit.member().equals("*")) {
                names.add(limit.member());
            }
        }
        bytes.small(names.size());
        names.forEach(bytes::text);
        details(bytes, entry.details());
        return bytes.hash();
    }

    static void details(GoldenBytes bytes, Details details) {
        text(bytes, details.reference());
        text(bytes, details.description());
        bytes.small(details.metadata().size());
        new TreeMap<>(details.metadata())
                .forEach((key, value) -> bytes.text(key).text(value));
    }

    private static void effects(GoldenBytes bytes, Effects effects) {
        allocations(bytes, effects.lots());
        LotTerms terms = effects.terms();
        bytes.small(terms == null ? 0 : 1);
        if (terms != null) {
            time(bytes, terms.expiresAt());
            bytes.number(terms.priority()).text(terms.funding().name());
        }
        bytes.number(effects.source());
        HoldChange hold = effects.hold();
        bytes.small(hold == null ? 0 : 1);
        if (hold != null) {
            time(bytes.number(hold.hold()), hold.expiresAt());
            allocations(bytes, hold.parts());
        }
        AccountSettings settings = effects.settings();
        bytes.small(settings == null ? 0 : 1);
        if (settings != null) {
            settings(bytes, settings);
        }
        Metering metering = effects.metering();
        bytes.small(metering == null ? 0 : 1);
        if (metering != null) {
            bytes.text(metering.meter())
                    .number(metering.units())
                    .number(metering.rate().tokens())
                    .number(metering.rate().units())
                    .number(metering.carried().numerator())
                    .number(metering.carried().denominator());
        }
    }

    private static void settings(GoldenBytes bytes, AccountSettings settings) {
        bytes.text(settings.status().name())
                .number(settings.overdraftLimit())
                .small(settings.spendLimits().size());
        for (SpendLimit limit : settings.spendLimits()) {
            boolean named = limit.member() != null && !limit.member().equals("*");
            text(bytes, named ? "" : limit.member());
            bytes.text(limit.period().name()).number(limit.tokens());
        }
    }

    private static void allocations(GoldenBytes bytes, List<Allocation> allocations) {
        bytes.small(allocations.size());
        allocations.forEach(a -> bytes.number(a.lot()).number(a.amount()));
    }

    private static void time(GoldenBytes bytes, @Nullable Instant time) {
        if (time == null) {
            bytes.absent();
        } else {
            bytes.micros(time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000);
        }
    }

    private static void text(GoldenBytes bytes, @Nullable String text) {
        if (text == null) {
            bytes.absent();
        } else {
            bytes.text(text);
        }
    }
}
