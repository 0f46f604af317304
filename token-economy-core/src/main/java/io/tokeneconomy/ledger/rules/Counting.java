package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.Counters;
import io.tokeneconomy.ledger.Effects;
import io.tokeneconomy.ledger.Hold;
import io.tokeneconomy.ledger.HoldChange;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Metering;
import io.tokeneconomy.ledger.Period;
import io.tokeneconomy.ledger.Remainder;
import io.tokeneconomy.ledger.SpendLimit;
import io.tokeneconomy.ledger.Usage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What accounts count between entries: spending in running periods, and parts of tokens. */
final class Counting {

    private Counting() {}

    static Counters after(Account before, LedgerEntry entry, AccountSettings settings) {
        Counters counters = before.counters();
        Metering metering = entry.movement().effects().metering();
        Map<String, Remainder> remainders =
                metering == null ? counters.remainders() : carried(counters.remainders(), metering);
        List<Usage> usage = counters.usage();
        if (entry.movement().effects().settings() != null) {
            usage = usage.stream()
                    .filter(counted -> isLimited(counted, settings))
                    .toList();
        } else if (!settings.spendLimits().isEmpty()) {
            usage = used(before, entry, settings.spendLimits());
        }
        return new Counters(usage, remainders);
    }

    /** What was spent in the period that runs at that time. */
    static long used(Account account, Period period, @Nullable String member, Instant at) {
        return find(account.counters().usage(), period, member)
                .filter(usage -> usage.start().equals(period.startOf(at)))
                .map(Usage::tokens)
                .orElse(0L);
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

    private static boolean isLimited(Usage usage, AccountSettings settings) {
        return settings.spendLimits().stream()
                .filter(limit -> limit.period() == usage.period())
                .anyMatch(limit -> limit.counts(usage.member())
                        .filter(spender -> Objects.equals(spender.member(), usage.member()))
                        .isPresent());
    }

    private static List<Usage> used(Account before, LedgerEntry entry, List<SpendLimit> limits) {
        long change = spent(entry);
        if (change == 0) {
            return before.counters().usage();
        }
        String member = entry.movement().effects().member();
        Instant since = change > 0 ? entry.at() : placedAt(before, entry);
        List<Usage> after = new ArrayList<>();
        for (Usage usage : before.counters().usage()) {
            if (usage.start().equals(usage.period().startOf(entry.at()))) {
                after.add(usage);
            }
        }
        Set<Usage> counted = new HashSet<>();
        for (SpendLimit limit : limits) {
            limit.counts(member).ifPresent(spender -> {
                Instant start = limit.period().startOf(since);
                if (counted.add(new Usage(limit.period(), start, spender.member(), 0))) {
                    count(after, limit.period(), spender.member(), start, change);
                }
            });
        }
        return after;
    }

    private static void count(List<Usage> usages, Period period, @Nullable String member, Instant start, long change) {
        Optional<Usage> known = find(usages, period, member);
        if (known.isPresent() && known.get().start().equals(start)) {
            usages.remove(known.get());
            usages.add(new Usage(period, start, member, Math.max(0, known.get().tokens() + change)));
        } else if (known.isEmpty() && change > 0) {
            usages.add(new Usage(period, start, member, change));
        }
    }

    /** Tokens used or set aside, negative when a hold gave tokens back. */
    private static long spent(LedgerEntry entry) {
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
        Effects effects = entry.movement().effects();
        return before.holds().stream()
                .filter(hold -> effects.hold() != null
                        && hold.number() == effects.hold().hold())
                .map(Hold::placedAt)
                .findFirst()
                .orElse(entry.at());
    }

    private static Optional<Usage> find(List<Usage> usages, Period period, @Nullable String member) {
        return usages.stream()
                .filter(usage -> usage.period() == period && Objects.equals(usage.member(), member))
                .findFirst();
    }
}
