package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.Hold;
import io.tokeneconomy.ledger.HoldChange;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.Period;
import io.tokeneconomy.ledger.SpendLimit;
import io.tokeneconomy.ledger.Usage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was spent in the periods that run at a time, where a limit asks for it. */
final class Usages {

    private final Instant now;
    private final List<Usage> running = new ArrayList<>();

    private Usages(List<Usage> known, Instant now) {
        this.now = now;
        known.stream().filter(this::isRunning).forEach(running::add);
    }

    /** What was spent in the period that runs at that time. */
    static long used(Account account, Period period, @Nullable String member, Instant at) {
        Usage subject = new Usage(period, period.startOf(at), member, 0);
        return find(account.counters().usage(), subject).map(Usage::tokens).orElse(0L);
    }

    /** Whether this member would be one more than may be counted. Whoever is counted already may spend. */
    static boolean oneTooMany(Account account, @Nullable String member, Instant at) {
        Usages usages = new Usages(account.counters().usage(), at);
        int counted = usages.running.size();
        subjects(account.settings().spendLimits(), member, at).forEach(subject -> usages.count(subject, 1));
        return usages.running.size() > Math.max(counted, LedgerLimits.MAX_SPENDERS);
    }

    /** After an entry that may have used tokens, set them aside or given them back. */
    static List<Usage> spent(Account before, LedgerEntry entry, List<SpendLimit> limits) {
        long change = change(entry);
        if (change == 0) {
            return before.counters().usage();
        }
        Usages usages = new Usages(before.counters().usage(), entry.at());
        Instant since = change > 0 ? entry.at() : placedAt(before, entry);
        subjects(limits, entry.movement().effects().member(), since).forEach(subject -> usages.count(subject, change));
        return usages.running;
    }

    /** After an entry that may have set other limits. What is on hold counts for a new one: it may still be used. */
    static List<Usage> limited(Account before, LedgerEntry entry, List<SpendLimit> limits) {
        Usages usages = new Usages(before.counters().usage(), entry.at());
        usages.running.removeIf(usage -> !isLimited(usage, limits));
        for (Hold hold : before.holds()) {
            for (Usage subject : subjects(limits, hold.member(), hold.placedAt())) {
                if (!isLimited(subject, before.settings().spendLimits())) {
                    usages.count(subject, hold.amount());
                }
            }
        }
        return usages.running;
    }

    private void count(Usage subject, long change) {
        if (!isRunning(subject)) {
            return;
        }
        long tokens = find(running, subject).map(Usage::tokens).orElse(0L) + change;
        running.removeIf(usage -> isSame(usage, subject));
        if (tokens != 0) {
            running.add(new Usage(subject.period(), subject.start(), subject.member(), tokens));
        }
    }

    private boolean isRunning(Usage usage) {
        return usage.start().equals(usage.period().startOf(now));
    }

    /** Whose spending counts for which period when this member spends; each once, however many limits ask for it. */
    private static Set<Usage> subjects(List<SpendLimit> limits, @Nullable String member, Instant at) {
        Set<Usage> subjects = new LinkedHashSet<>();
        for (SpendLimit limit : limits) {
            limit.counts(member)
                    .ifPresent(spender -> subjects.add(
                            new Usage(limit.period(), limit.period().startOf(at), spender.member(), 0)));
        }
        return subjects;
    }

    private static boolean isLimited(Usage usage, List<SpendLimit> limits) {
        return limits.stream()
                .filter(limit -> limit.period() == usage.period())
                .flatMap(limit -> limit.counts(usage.member()).stream())
                .anyMatch(spender -> Objects.equals(spender.member(), usage.member()));
    }

    /** Tokens used or set aside, negative when a hold gave tokens back. */
    private static long change(LedgerEntry entry) {
        HoldChange hold = entry.movement().effects().hold();
        long held = hold == null ? 0 : Lots.sumOf(hold.parts());
        return switch (entry.type()) {
            case SPEND -> -entry.amount();
            case HOLD, CAPTURE, RELEASE, TIMEOUT -> held - entry.amount();
            default -> 0;
        };
    }

    /** Tokens that come back count for the period they were set aside in. */
    private static Instant placedAt(Account before, LedgerEntry entry) {
        HoldChange change = entry.movement().effects().hold();
        return before.holds().stream()
                .filter(hold -> change != null && hold.number() == change.hold())
                .map(Hold::placedAt)
                .findFirst()
                .orElse(entry.at());
    }

    private static Optional<Usage> find(List<Usage> usages, Usage subject) {
        return usages.stream().filter(usage -> isSame(usage, subject)).findFirst();
    }

    private static boolean isSame(Usage one, Usage other) {
        return one.period() == other.period()
                && one.start().equals(other.start())
                && Objects.equals(one.member(), other.member());
    }
}
