package io.tokeneconomy.ledger.store.firestore;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.ChainTip;
import io.tokeneconomy.ledger.Counters;
import io.tokeneconomy.ledger.Remainder;
import io.tokeneconomy.ledger.Totals;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An account as a document: its state whole, so that a booking reads and writes one document. */
final class AccountFields {

    static final String USER = "user_id";
    static final String DUE = "due_at";

    private AccountFields() {}

    static Fields write(Account account) {
        Totals totals = account.totals();
        ChainTip tip = account.tip();
        Counters counters = account.counters();
        AccountSettings settings = account.settings();
        return new Fields()
                .text(USER, account.id().value())
                .number("balance", totals.settled())
                .number("available", totals.available())
                .number("held", totals.held())
                .number("debt", totals.debt())
                .time(DUE, account.dueAt().orElse(null))
                .number("sequence", tip.sequence())
                .digest("head", tip.head())
                .time("last_entry_at", tip.at())
                .digest("salt", account.salt())
                .list("lots", account.lots(), StateFields::lot)
                .list("holds", account.holds(), StateFields::hold)
                .map("settings", settings.equals(AccountSettings.DEFAULT) ? null : StateFields.settings(settings))
                .list("usage", counters.usage(), StateFields::usage)
                .list("remainders", List.copyOf(counters.remainders().entrySet()), AccountFields::remainder);
    }

    static Account read(Found found) {
        AccountSettings settings = found.map("settings", StateFields::settings);
        return new Account(
                id(found),
                found.digest("salt"),
                new ChainTip(found.number("sequence"), found.digest("head"), found.time("last_entry_at")),
                new Totals(found.number("balance"), found.number("held"), found.number("debt")),
                found.list("lots", StateFields::lot),
                found.list("holds", StateFields::hold),
                settings == null ? AccountSettings.DEFAULT : settings,
                new Counters(found.list("usage", StateFields::usage), remainders(found)));
    }

    static AccountId id(Found found) {
        return AccountId.of(found.text(USER));
    }

    private static Fields remainder(Map.Entry<String, Remainder> entry) {
        return StateFields.remainder(entry.getValue()).text("meter", entry.getKey());
    }

    private static Map<String, Remainder> remainders(Found found) {
        Map<String, Remainder> remainders = new HashMap<>();
        for (Map.Entry<String, Remainder> entry :
                found.list("remainders", each -> Map.entry(each.text("meter"), StateFields.remainder(each)))) {
            remainders.put(entry.getKey(), entry.getValue());
        }
        return remainders;
    }
}
