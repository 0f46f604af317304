package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountStatus;
import io.tokeneconomy.ledger.Balance;
import io.tokeneconomy.ledger.Funding;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.Lot;
import io.tokeneconomy.ledger.Totals;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an account has, seen by its owner. */
final class Balances {

    private Balances() {}

    /** Of an account with nothing due. */
    static Balance of(Account account, Instant at) {
        Totals totals = account.totals();
        long paid = 0;
        long soon = 0;
        Instant horizon = at.plus(LedgerLimits.SOON);
        for (Lot lot : account.lots()) {
            paid += lot.terms().funding() == Funding.PAID ? lot.remaining() : 0;
            soon += lot.terms().expiredAt(horizon) ? lot.remaining() : 0;
        }
        boolean open = account.settings().status() == AccountStatus.OPEN;
        return new Balance(
                totals.settled(),
                totals.held(),
                totals.available(),
                totals.debt(),
                open ? Spending.overdraft(account) : 0,
                paid,
                totals.available() - paid,
                soon,
                nextExpiry(account));
    }

    private static @Nullable Instant nextExpiry(Account account) {
        return account.lots().stream()
                .map(lot -> lot.terms().expiresAt())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
