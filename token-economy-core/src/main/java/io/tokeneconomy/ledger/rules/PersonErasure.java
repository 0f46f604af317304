package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.AccountStatus;
import io.tokeneconomy.ledger.Counters;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.Digest;
import io.tokeneconomy.ledger.Effects;
import io.tokeneconomy.ledger.Erasure;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Movement;
import io.tokeneconomy.ledger.PurchaseDetails;
import io.tokeneconomy.ledger.Seal;
import io.tokeneconomy.ledger.SpendLimit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a closed account nobody's: a pseudonym takes the place of its id, and everything that was said about its entries
 * is gone. Amounts, times, keys, sales and the chain stay, and still verify: what is erased is replaced by its salted
 * hash, and the salt is forgotten.
 *
 * @param account whose identity is erased
 * @param pseudonym what the account is called from now on
 */
public record PersonErasure(AccountId account, AccountId pseudonym) implements Erasure {

    @Override
    public Account erase(Account known) {
        AccountStatus status = known.settings().status();
        if (status != AccountStatus.CLOSED) {
            throw new InvalidValueException("status of account " + account, status, "CLOSED, before it can be erased");
        }
        return new Account(
                pseudonym,
                Digest.ZERO,
                known.tip(),
                known.totals(),
                known.lots(),
                known.holds(),
                known.settings(),
                Counters.NONE);
    }

    @Override
    public LedgerEntry erase(LedgerEntry entry, Digest salt) {
        Movement movement = entry.movement();
        Seal seal = entry.seal();
        Digest erased = seal.erased() == null ? Chain.personal(entry, salt) : seal.erased();
        return new LedgerEntry(
                pseudonym,
                entry.sequence(),
                entry.at(),
                entry.key(),
                new Movement(movement.type(), movement.amount(), movement.after(), withoutNames(movement.effects())),
                Details.NONE,
                withoutCustomer(entry.purchase()),
                new Seal(seal.fingerprint(), seal.hash(), erased));
    }

    /** Whether nothing is left in the entry that an erasure takes out. */
    static boolean isDone(LedgerEntry entry) {
        AccountId same = entry.account();
        return new PersonErasure(same, same).erase(entry, Digest.ZERO).equals(entry);
    }

    private static Effects withoutNames(Effects effects) {
        AccountSettings settings = effects.settings();
        Effects unsaid = effects.by(null);
        return settings == null
                ? unsaid
                : unsaid.configuring(settings.withSpendLimits(withoutNames(settings.spendLimits())));
    }

    private static List<SpendLimit> withoutNames(List<SpendLimit> limits) {
        List<SpendLimit> nameless = new ArrayList<>();
        for (SpendLimit limit : limits) {
            nameless.add(
                    limit.namesMember()
                            ? SpendLimit.ofMember("member " + nameless.size(), limit.period(), limit.tokens())
                            : limit);
        }
        return nameless;
    }

    private static @Nullable PurchaseDetails withoutCustomer(@Nullable PurchaseDetails sale) {
        return sale == null
                ? null
                : new PurchaseDetails(
                        sale.orderId(), sale.packageId(), sale.price(), sale.sessionId(), sale.paymentIntentId(), null);
    }
}
