package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.SpendLimit;
import io.tokeneconomy.ledger.Usage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether spending stays within an account's limits. */
final class SpendLimits {

    private SpendLimits() {}

    static void check(Account account, @Nullable String member, long amount, Instant at) {
        List<SpendLimit> limits = account.settings().spendLimits();
        if (limits.isEmpty()) {
            return;
        }
        for (SpendLimit limit : limits) {
            limit.counts(member).ifPresent(spender -> {
                long used = Counting.used(account, limit.period(), spender.member(), at);
                if (amount > limit.tokens() - used) {
                    throw Refused.with(new Outcome.LimitReached(account.id(), limit, used, amount));
                }
            });
        }
        requireRoom(account, at);
    }

    /** Two more at most: a member's day and his month. */
    private static void requireRoom(Account account, Instant at) {
        long running = account.counters().usage().stream()
                .filter(usage -> isRunning(usage, at))
                .count();
        if (running > LedgerLimits.MAX_SPENDERS - 4) {
            throw Refused.with(new Outcome.TooMany(account.id(), "spenders", LedgerLimits.MAX_SPENDERS));
        }
    }

    private static boolean isRunning(Usage usage, Instant at) {
        return usage.start().equals(usage.period().startOf(at));
    }
}
