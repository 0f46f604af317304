package io.tokeneconomy.ledger.engine;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.AccountStatus;
import io.tokeneconomy.ledger.Allocation;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.Digest;
import io.tokeneconomy.ledger.Effects;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.Funding;
import io.tokeneconomy.ledger.HoldChange;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.MeterRate;
import io.tokeneconomy.ledger.Metering;
import io.tokeneconomy.ledger.Movement;
import io.tokeneconomy.ledger.Period;
import io.tokeneconomy.ledger.PurchaseDetails;
import io.tokeneconomy.ledger.Remainder;
import io.tokeneconomy.ledger.Seal;
import io.tokeneconomy.ledger.SpendLimit;
import io.tokeneconomy.ledger.Totals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes entries of exported JSON again: what cannot be made is missing in the export. */
final class ExportedJson {

    private final JsonObject json;

    private ExportedJson(JsonObject json) {
        this.json = json;
    }

    static LedgerEntry entry(String line) {
        return new ExportedJson(JsonParser.parseString(line).getAsJsonObject()).entry();
    }

    private LedgerEntry entry() {
        Totals after = new Totals(number("settledAfter"), number("heldAfter"), number("debtAfter"));
        return new LedgerEntry(
                AccountId.of(some("account")),
                number("sequence"),
                Instant.parse(some("at")),
                new IdempotencyKey(some("key")),
                new Movement(EntryType.valueOf(some("type")), number("amount"), after, effects()),
                details(),
                purchase(),
                new Seal(
                        Digest.ofHex(some("fingerprint")),
                        Digest.ofHex(some("hash")),
                        json.has("erased") ? Digest.ofHex(some("erased")) : null));
    }

    private Details details() {
        TreeMap<String, String> metadata = new TreeMap<>();
        if (json.has("metadata")) {
            json.getAsJsonObject("metadata").asMap().forEach((key, value) -> metadata.put(key, value.getAsString()));
        }
        return new Details(text("reference"), text("description"), metadata);
    }

    private Effects effects() {
        ExportedJson terms = in("terms");
        ExportedJson hold = in("hold");
        ExportedJson metering = in("metering");
        return new Effects(
                lots(),
                terms == null
                        ? null
                        : new LotTerms(
                                terms.time("expiresAt"),
                                (int) terms.number("priority"),
                                Funding.valueOf(terms.some("funding"))),
                json.has("sourceLot") ? number("sourceLot") : 0,
                hold == null ? null : new HoldChange(hold.number("hold"), hold.time("expiresAt"), hold.lots()),
                settings(),
                metering == null ? null : metering.metering(),
                text("member"));
    }

    private Metering metering() {
        return new Metering(
                some("meter"),
                number("units"),
                new MeterRate(number("rateTokens"), number("rateUnits")),
                new Remainder(number("carriedNumerator"), number("carriedDenominator")));
    }

    private @Nullable AccountSettings settings() {
        ExportedJson settings = in("settings");
        if (settings == null) {
            return null;
        }
        List<SpendLimit> limits = new ArrayList<>();
        for (JsonElement element : settings.json.getAsJsonArray("spendLimits")) {
            ExportedJson limit = new ExportedJson(element.getAsJsonObject());
            limits.add(
                    new SpendLimit(limit.text("member"), Period.valueOf(limit.some("period")), limit.number("tokens")));
        }
        return new AccountSettings(
                AccountStatus.valueOf(settings.some("status")), settings.number("overdraftLimit"), limits);
    }

    private @Nullable PurchaseDetails purchase() {
        ExportedJson sale = in("purchase");
        return sale == null
                ? null
                : new PurchaseDetails(
                        sale.some("orderId"),
                        sale.some("packageId"),
                        Money.of(sale.number("priceMinor"), sale.some("currency")),
                        sale.some("sessionId"),
                        sale.text("paymentIntentId"),
                        sale.text("customerId"));
    }

    private List<Allocation> lots() {
        List<Allocation> lots = new ArrayList<>();
        for (JsonElement element : json.getAsJsonArray("lots")) {
            ExportedJson lot = new ExportedJson(element.getAsJsonObject());
            lots.add(new Allocation(lot.number("lot"), lot.number("amount")));
        }
        return lots;
    }

    private @Nullable ExportedJson in(String member) {
        return json.has(member) ? new ExportedJson(json.getAsJsonObject(member)) : null;
    }

    private long number(String member) {
        return json.get(member).getAsLong();
    }

    private String some(String member) {
        return json.get(member).getAsString();
    }

    private @Nullable String text(String member) {
        return json.has(member) ? some(member) : null;
    }

    private @Nullable Instant time(String member) {
        return json.has(member) ? Instant.parse(some(member)) : null;
    }
}
