package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.Funding;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.Period;
import io.tokeneconomy.ledger.SpendLimit;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An account as a child would keep it: heaps of tokens, moved one by one where that is easier to see. */
final class NaiveAccount {

    /** Tokens of one lot. */
    static final class Heap {
        final long lot;
        final LotTerms terms;
        long tokens;

        Heap(long lot, LotTerms terms, long tokens) {
            this.lot = lot;
            this.terms = terms;
            this.tokens = tokens;
        }
    }

    /** Heaps set aside. */
    static final class Aside {
        final IdempotencyKey key;
        final Instant placedAt;
        final @Nullable String member;
        Instant ends;
        List<Heap> heaps;

        Aside(IdempotencyKey key, Instant placedAt, Instant ends, @Nullable String member, List<Heap> heaps) {
            this.key = key;
            this.placedAt = placedAt;
            this.ends = ends;
            this.member = member;
            this.heaps = heaps;
        }

        long tokens() {
            return heaps.stream().mapToLong(heap -> heap.tokens).sum();
        }
    }

    /** Tokens gone for good, and for which time they count. */
    record Use(Instant at, @Nullable String member, long tokens, long entry) {}

    /** Everything one meter ever measured, in exact tokens, and what was charged for it. */
    record Meter(BigInteger numerator, BigInteger denominator, long charged) {}

    final List<Heap> heaps = new ArrayList<>();
    final List<Aside> asides = new ArrayList<>();
    final List<Use> uses = new ArrayList<>();
    final List<String> entries = new ArrayList<>();
    final Map<String, Meter> meters = new HashMap<>();
    /** For each spender with a limit: the entry that set it. */
    final Map<String, Long> limitedSince = new HashMap<>();

    AccountSettings settings = AccountSettings.DEFAULT;
    Instant last = Instant.EPOCH;
    long debt;

    NaiveAccount copy() {
        NaiveAccount copy = new NaiveAccount();
        heaps.forEach(heap -> copy.heaps.add(new Heap(heap.lot, heap.terms, heap.tokens)));
        for (Aside aside : asides) {
            List<Heap> held = new ArrayList<>();
            aside.heaps.forEach(heap -> held.add(new Heap(heap.lot, heap.terms, heap.tokens)));
            copy.asides.add(new Aside(aside.key, aside.placedAt, aside.ends, aside.member, held));
        }
        copy.uses.addAll(uses);
        copy.entries.addAll(entries);
        copy.meters.putAll(meters);
        copy.limitedSince.putAll(limitedSince);
        copy.settings = settings;
        copy.last = last;
        copy.debt = debt;
        return copy;
    }

    long available() {
        return heaps.stream().mapToLong(heap -> heap.tokens).sum();
    }

    long held() {
        return asides.stream().mapToLong(Aside::tokens).sum();
    }

    long nextEntry() {
        return entries.size() + 1L;
    }

    void enter(String type, long amount) {
        entries.add(type + " " + amount);
    }

    /** Moves the clock, never backwards, and does what is due. */
    void live(Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        at = at.isBefore(last) ? last : at;
        for (Aside aside : List.copyOf(asides)) {
            if (!at.isBefore(aside.ends)) {
                asides.remove(aside);
                giveBack(aside.heaps);
                enter("TIMEOUT", 0);
            }
        }
        while (true) {
            Heap first = best(heaps);
            if (first == null || first.terms.expiresAt() == null || at.isBefore(first.terms.expiresAt())) {
                break;
            }
            heaps.remove(first);
            enter("EXPIRE", -first.tokens);
        }
        last = at;
    }

    /** What was paid for is not given back only to be gone. */
    LotTerms back(LotTerms terms) {
        boolean late = terms.expiresAt() != null && !last.isBefore(terms.expiresAt());
        return late && terms.funding() == Funding.PAID ? new LotTerms(null, terms.priority(), Funding.PAID) : terms;
    }

    /** The best heap's tokens first, until there are enough or none. */
    List<Heap> take(List<Heap> from, long tokens) {
        List<Heap> taken = new ArrayList<>();
        for (long missing = tokens; missing > 0; ) {
            Heap best = best(from);
            if (best == null) {
                break;
            }
            long part = Math.min(missing, best.tokens);
            taken.add(new Heap(best.lot, best.terms, part));
            best.tokens -= part;
            missing -= part;
            if (best.tokens == 0) {
                from.remove(best);
            }
        }
        return taken;
    }

    /** Debts are paid first. */
    void giveBack(List<Heap> back) {
        List<Heap> left = new ArrayList<>(back);
        while (!left.isEmpty()) {
            Heap best = Objects.requireNonNull(best(left));
            left.remove(best);
            long paid = Math.min(debt, best.tokens);
            debt -= paid;
            put(best.lot, best.terms, best.tokens - paid);
        }
    }

    void credit(String type, long tokens, LotTerms terms) {
        long paid = Math.min(debt, tokens);
        debt -= paid;
        put(nextEntry(), terms, tokens - paid);
        enter(type, tokens);
    }

    private void put(long lot, LotTerms terms, long tokens) {
        for (Heap heap : heaps) {
            if (heap.lot == lot) {
                heap.tokens += tokens;
                return;
            }
        }
        if (tokens > 0) {
            heaps.add(new Heap(lot, terms, tokens));
        }
    }

    /** Soonest expiry, smallest priority, free before paid, oldest. */
    private static @Nullable Heap best(List<Heap> heaps) {
        Heap best = null;
        for (Heap heap : heaps) {
            best = best == null || goesFirst(heap, best) ? heap : best;
        }
        return best;
    }

    private static boolean goesFirst(Heap a, Heap b) {
        Instant ends = a.terms.expiresAt() == null ? Instant.MAX : a.terms.expiresAt();
        Instant otherEnds = b.terms.expiresAt() == null ? Instant.MAX : b.terms.expiresAt();
        if (!ends.equals(otherEnds)) {
            return ends.isBefore(otherEnds);
        }
        if (a.terms.priority() != b.terms.priority()) {
            return a.terms.priority() < b.terms.priority();
        }
        if (a.terms.funding() != b.terms.funding()) {
            return a.terms.funding() == Funding.FREE;
        }
        return a.lot < b.lot;
    }

    /** What counts against a limit now: everything spent for good since it was set, and everything still on hold. */
    long used(Period period, @Nullable String spender, Instant at) {
        long since = limitedSince.getOrDefault(period + " " + spender, Long.MAX_VALUE);
        long used = 0;
        for (Use use : uses) {
            if (use.entry() >= since && counts(period, spender, at, use.at(), use.member())) {
                used += use.tokens();
            }
        }
        for (Aside aside : asides) {
            if (counts(period, spender, at, aside.placedAt, aside.member)) {
                used += aside.tokens();
            }
        }
        return used;
    }

    private static boolean counts(
            Period period, @Nullable String spender, Instant now, Instant then, @Nullable String member) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate day = LocalDate.ofInstant(then, ZoneOffset.UTC);
        boolean samePeriod = today.getYear() == day.getYear()
                && today.getMonth() == day.getMonth()
                && (period == Period.MONTH || today.getDayOfMonth() == day.getDayOfMonth());
        return samePeriod && (spender == null || spender.equals(member));
    }

    /** From now on under these settings; a limit counts from the entry that sets it. */
    void configure(AccountSettings wanted, long entry) {
        List<@Nullable String> spenders = new ArrayList<>(Requests.MEMBERS);
        spenders.add(null);
        for (Period period : Period.values()) {
            for (String spender : spenders) {
                boolean limited = wanted.spendLimits().stream()
                        .anyMatch(limit -> limit.period() == period && concerns(limit, spender));
                if (limited) {
                    limitedSince.putIfAbsent(period + " " + spender, entry);
                } else {
                    limitedSince.remove(period + " " + spender);
                }
            }
        }
        settings = wanted;
    }

    private static boolean concerns(SpendLimit limit, @Nullable String spender) {
        return spender == null ? limit.member() == null : "*".equals(limit.member()) || spender.equals(limit.member());
    }
}
