package io.tokeneconomy.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.Allocation;
import io.tokeneconomy.ledger.HoldChange;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.SpendLimit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts from the entries alone what was spent while a limit stood, the limit's own period by period. */
final class LimitWatch {

    /** Tokens that an entry used or set aside; those given back are taken off again. */
    private static final class Use {
        final LedgerEntry entry;
        long tokens;

        Use(LedgerEntry entry, long tokens) {
            this.entry = entry;
            this.tokens = tokens;
        }

        @Nullable
        String member() {
            return entry.movement().effects().member();
        }
    }

    private final List<LedgerEntry> history;
    private final List<Use> uses = new ArrayList<>();
    private final Map<Long, Use> holds = new HashMap<>();
    private final Map<SpendLimit, Long> standing = new HashMap<>();

    LimitWatch(List<LedgerEntry> history) {
        this.history = history;
    }

    void check() {
        for (LedgerEntry entry : history) {
            note(entry);
            AccountSettings settings = entry.movement().effects().settings();
            if (settings != null) {
                standing.keySet().retainAll(settings.spendLimits());
                settings.spendLimits().forEach(limit -> standing.putIfAbsent(limit, entry.sequence()));
            }
            if (!uses.isEmpty() && uses.get(uses.size() - 1).entry.sequence() == entry.sequence()) {
                standing.keySet().forEach(limit -> check(limit, entry));
            }
        }
    }

    private void note(LedgerEntry entry) {
        HoldChange hold = entry.movement().effects().hold();
        long held = hold == null
                ? 0
                : hold.parts().stream().mapToLong(Allocation::amount).sum();
        switch (entry.type()) {
            case SPEND -> add(entry, -entry.amount());
            case HOLD -> holds.put(entry.sequence(), add(entry, held));
            case CAPTURE -> {
                if (-entry.amount() > -held) {
                    add(entry, -entry.amount() + held);
                } else {
                    back(hold, -held + entry.amount());
                }
            }
            case RELEASE, TIMEOUT -> back(hold, -held);
            default -> {}
        }
    }

    private Use add(LedgerEntry entry, long tokens) {
        Use use = new Use(entry, tokens);
        if (tokens > 0) {
            uses.add(use);
        }
        return use;
    }

    private void back(@Nullable HoldChange change, long tokens) {
        Use use = change == null ? null : holds.get(change.hold());
        if (use != null) {
            use.tokens -= tokens;
        }
    }

    /** Only what was spent since the limit stands: what came before it may be more than it allows. */
    private void check(SpendLimit limit, LedgerEntry now) {
        @Nullable String spender = uses.get(uses.size() - 1).member();
        if (limit.counts(spender).isEmpty()) {
            return;
        }
        Instant period = limit.period().startOf(now.at());
        long used = 0;
        for (Use use : uses) {
            boolean same = limit.member() == null
                    || (use.member() != null && use.member().equals(spender));
            boolean counts = use.entry.sequence() > standing.getOrDefault(limit, 0L);
            if (same && counts && limit.period().startOf(use.entry.at()).equals(period)) {
                used += use.tokens;
            }
        }
        assertThat(used).as(limit + " at " + now).isLessThanOrEqualTo(limit.tokens());
    }
}
