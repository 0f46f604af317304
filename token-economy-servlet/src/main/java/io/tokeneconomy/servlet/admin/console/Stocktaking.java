package io.tokeneconomy.servlet.admin.console;

import io.tokeneconomy.audit.LedgerAudit;
import io.tokeneconomy.audit.Liability;
import io.tokeneconomy.audit.Rollforward;
import io.tokeneconomy.audit.Unearned;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.servlet.admin.console.Jobs.Job;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What all accounts have, and how tokens went lately. It reads every account, so no page waits for it: it is taken in the
 * background, when somebody looks and the last one is over {@value #FRESH_MINUTES} minutes old; where it took longer than
 * {@value #DEAR_SECONDS} seconds only when it is asked for.
 */
final class Stocktaking {

    static final String KIND = "stocktaking";

    /** Days that the report on the way of tokens covers, today included. */
    static final int DAYS = 30;

    private static final int FRESH_MINUTES = 15;
    private static final int DEAR_SECONDS = 5;

    private final LedgerAudit audit;
    private final Jobs jobs;

    Stocktaking(LedgerAudit audit, Jobs jobs) {
        this.audit = audit;
        this.jobs = jobs;
    }

    /**
     * What was found.
     *
     * @param liability what is owed now
     * @param unearned money taken for tokens that are still there
     * @param today how tokens went since midnight, UTC
     * @param month how they went in the last days
     */
    record Stock(Liability liability, List<Unearned> unearned, Rollforward today, Rollforward month) {}

    void begin(@Nullable IdempotencyKey key, String by, Instant now) {
        jobs.start(KIND, key, by, progress -> take(progress, now));
    }

    /** {@return the latest one, after beginning one where that is due} */
    Optional<Job<Stock>> latest(Instant now) {
        Optional<Job<Stock>> known = jobs.latest(KIND);
        if (known.isEmpty() || isStale(known.get(), now)) {
            begin(null, "looking", now);
        }
        jobs.await(KIND);
        return jobs.latest(KIND);
    }

    static Instant midnight(Instant now, int daysBefore) {
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(daysBefore);
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static boolean isStale(Job<Stock> job, Instant now) {
        Instant begun = job.begunAt();
        Instant end = job.finishedAt();
        return begun != null
                && end != null
                && Duration.between(end, now).toMinutes() >= FRESH_MINUTES
                && Duration.between(begun, end).toSeconds() < DEAR_SECONDS;
    }

    private Stock take(Jobs.Progress progress, Instant now) {
        Instant end = now.plusSeconds(1);
        progress.at("Adding up what accounts have.");
        Liability liability = audit.liability();
        progress.at("Adding up what tokens that are left were sold for.");
        List<Unearned> unearned = audit.unearned();
        progress.at("Following the tokens of today.");
        Rollforward today = audit.rollforward(midnight(now, 0), end);
        progress.at("Following the tokens of " + DAYS + " days.");
        return new Stock(liability, unearned, today, audit.rollforward(midnight(now, DAYS - 1), end));
    }
}
