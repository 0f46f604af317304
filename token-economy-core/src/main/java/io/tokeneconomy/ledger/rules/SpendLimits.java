package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.SpendLimit;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether spending stays within an account's limits. */
final class SpendLimits {

    private SpendLimits() {}

    static void check(Account account, @Nullable String member, long amount, Instant at) {
        List<SpendLimit> limits = account.settings().spendLimits();
        if (limits.isEmpty() || amount == 0) {
            return;
        }
        for (SpendLimit limit : limits) {
            limit.counts(member).ifPresent(spender -> {
                long used = Usages.used(account, limit.period(), spender.member(), at);
                if (amount > limit.tokens() - used) {
                    throw Refused.with(new Outcome.LimitReached(account.id(), limit, used, amount));
                }
            });
        }
        if (Usages.oneTooMany(account, member, at)) {
            throw Refused.with(new Outcome.TooMany(account.id(), "spenders", LedgerLimits.MAX_SPENDERS));
        }
    }
}
