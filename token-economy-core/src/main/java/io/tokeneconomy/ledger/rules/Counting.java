package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.Counters;
import io.tokeneconomy.ledger.Effects;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Metering;
import io.tokeneconomy.ledger.Remainder;
import io.tokeneconomy.ledger.SpendLimit;
import io.tokeneconomy.ledger.Usage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What accounts count between entries: spending in running periods, and parts of tokens. */
final class Counting {

    private Counting() {}

    static Counters after(Account before, LedgerEntry entry, AccountSettings settings) {
        if (entry.type() == EntryType.CLOSE) {
            return Counters.NONE;
        }
        Effects effects = entry.movement().effects();
        List<SpendLimit> limits = settings.spendLimits();
        List<Usage> usage = before.counters().usage();
        if (effects.settings() != null) {
            usage = Usages.limited(before, entry, limits);
        } else if (!limits.isEmpty()) {
            usage = Usages.spent(before, entry, limits);
        }
        Metering metering = effects.metering();
        Map<String, Remainder> remainders = before.counters().remainders();
        return new Counters(usage, metering == null ? remainders : carried(remainders, metering));
    }

    private static Map<String, Remainder> carried(Map<String, Remainder> before, Metering metering) {
        Map<String, Remainder> after = new TreeMap<>(before);
        if (metering.carried().numerator() == 0) {
            after.remove(metering.meter());
        } else {
            after.put(metering.meter(), metering.carried());
        }
        return after;
    }
}
