package io.tokeneconomy.ledger.store.firestore;

import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.AccountStatus;
import io.tokeneconomy.ledger.Allocation;
import io.tokeneconomy.ledger.Funding;
import io.tokeneconomy.ledger.Hold;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Lot;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.Period;
import io.tokeneconomy.ledger.Remainder;
import io.tokeneconomy.ledger.SpendLimit;
import io.tokeneconomy.ledger.Usage;

/** The parts of an account and of an entry as maps. */
final class StateFields {

    private StateFields() {}

    static Fields terms(LotTerms terms) {
        return terms(new Fields(), terms);
    }

    static LotTerms terms(Found found) {
        return new LotTerms(
                found.optionalTime("expires_at"),
                Math.toIntExact(found.numberIfAny("priority")),
                found.name("funding", Funding.class));
    }

    static Fields lot(Lot lot) {
        Fields fields = new Fields()
                .number("lot", lot.number())
                .number("granted", lot.granted())
                .number("remaining", lot.remaining());
        return terms(fields, lot.terms());
    }

    static Lot lot(Found found) {
        return new Lot(found.number("lot"), found.number("granted"), found.number("remaining"), terms(found));
    }

    static Fields hold(Hold hold) {
        return new Fields()
                .number("hold", hold.number())
                .text("key", hold.key().value())
                .time("placed_at", hold.placedAt())
                .time("expires_at", hold.expiresAt())
                .text("member", hold.member())
                .list("parts", hold.parts(), StateFields::lot);
    }

    static Hold hold(Found found) {
        return new Hold(
                found.number("hold"),
                new IdempotencyKey(found.text("key")),
                found.time("placed_at"),
                found.time("expires_at"),
                found.optionalText("member"),
                found.list("parts", StateFields::lot));
    }

    static Fields allocation(Allocation allocation) {
        return new Fields().number("lot", allocation.lot()).number("amount", allocation.amount());
    }

    static Allocation allocation(Found found) {
        return new Allocation(found.number("lot"), found.number("amount"));
    }

    static Fields settings(AccountSettings settings) {
        return new Fields()
                .name("status", settings.status())
                .numberIfAny("overdraft_limit", settings.overdraftLimit())
                .list("spend_limits", settings.spendLimits(), StateFields::spendLimit);
    }

    static AccountSettings settings(Found found) {
        return new AccountSettings(
                found.name("status", AccountStatus.class),
                found.numberIfAny("overdraft_limit"),
                found.list("spend_limits", StateFields::spendLimit));
    }

    static Fields usage(Usage usage) {
        return new Fields()
                .name("period", usage.period())
                .time("start", usage.start())
                .text("member", usage.member())
                .number("tokens", usage.tokens());
    }

    static Usage usage(Found found) {
        return new Usage(
                found.name("period", Period.class),
                found.time("start"),
                found.optionalText("member"),
                found.number("tokens"));
    }

    static Fields remainder(Remainder remainder) {
        return new Fields().number("numerator", remainder.numerator()).number("denominator", remainder.denominator());
    }

    static Remainder remainder(Found found) {
        return new Remainder(found.number("numerator"), found.number("denominator"));
    }

    private static Fields terms(Fields fields, LotTerms terms) {
        return fields.time("expires_at", terms.expiresAt())
                .numberIfAny("priority", terms.priority())
                .name("funding", terms.funding());
    }

    private static Fields spendLimit(SpendLimit limit) {
        return new Fields()
                .text("member", limit.member())
                .name("period", limit.period())
                .number("tokens", limit.tokens());
    }

    private static SpendLimit spendLimit(Found found) {
        return new SpendLimit(found.optionalText("member"), found.name("period", Period.class), found.number("tokens"));
    }
}
