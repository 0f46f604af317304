package io.tokeneconomy.audit.engine;

import io.tokeneconomy.audit.CheckpointFinding;
import io.tokeneconomy.audit.CheckpointSigner;
import io.tokeneconomy.audit.CheckpointSummary;
import io.tokeneconomy.audit.CheckpointVerifier;
import io.tokeneconomy.audit.Cohort;
import io.tokeneconomy.audit.LedgerAudit;
import io.tokeneconomy.audit.Liability;
import io.tokeneconomy.audit.PseudonymKey;
import io.tokeneconomy.audit.Rollforward;
import io.tokeneconomy.audit.Unearned;
import io.tokeneconomy.audit.VerificationSummary;
import io.tokeneconomy.audit.VerificationWatch;
import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Verification;
import io.tokeneconomy.ledger.engine.Verifier;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The audit on a store. */
public final class AuditEngine implements LedgerAudit {

    private final LedgerStore store;
    private final InstantSource time;

    /**
     * @param store what is audited
     * @param time the time of reports
     */
    public AuditEngine(LedgerStore store, InstantSource time) {
        this.store = store;
        this.time = time;
    }

    @Override
    public Verification verify(AccountId account) {
        return new Verifier(store, account).verify();
    }

    @Override
    public VerificationSummary verifyAll(@Nullable AccountId after, VerificationWatch watch) {
        return new VerificationRun(store, watch).run(after);
    }

    @Override
    public CheckpointSummary checkpoint(CheckpointSigner signer, PseudonymKey names, OutputStream to)
            throws IOException {
        return new CheckpointWriter(store, names, to).write(signer, Checks.time("now", time.instant()));
    }

    /** Verified first, so that a forged checkpoint reports nothing; read a second time, and verified again with that. */
    @Override
    public CheckpointSummary compare(
            Path checkpoint, PublicKey key, PseudonymKey names, Consumer<? super CheckpointFinding> findings)
            throws IOException {
        try (InputStream in = Files.newInputStream(checkpoint)) {
            CheckpointVerifier.verify(in, key);
        }
        CheckpointComparison comparison = new CheckpointComparison(store, names, findings, CheckpointComparison.CHUNK);
        try (InputStream in = Files.newInputStream(checkpoint)) {
            CheckpointSummary summary = CheckpointVerifier.verify(in, key, comparison::accept);
            comparison.finish();
            return summary;
        }
    }

    @Override
    public Page<AccountId> accounts(String beginning, @Nullable AccountId after, int limit) {
        return new AccountSearch(store, beginning).page(after, limit);
    }

    @Override
    public Liability liability() {
        return new LiabilityReport(store, time.instant()).run();
    }

    @Override
    public List<Unearned> unearned() {
        return new UnearnedReport(store, time.instant()).run();
    }

    @Override
    public Rollforward rollforward(Instant from, Instant until) {
        Instant begin = Checks.time("from", from);
        Instant end = Checks.time("until", until);
        Instant justAfterNow = Checks.time("now", time.instant()).plus(1, ChronoUnit.MICROS);
        Instant cut = end.isAfter(justAfterNow) ? justAfterNow : end;
        if (!cut.isAfter(begin)) {
            throw new InvalidValueException("until", until, "a time after " + from + ", which is not in the future");
        }
        return new RollforwardReport(store, begin, cut).run();
    }

    @Override
    public List<Cohort> breakage(YearMonth from, YearMonth until) {
        Instant begin = Checks.time("from", start(from));
        Checks.time("until", start(until));
        Checks.range("months", from.until(until, ChronoUnit.MONTHS), 1, MAX_COHORTS);
        CohortSums sums = new CohortSums(from, until);
        Instant now = time.instant();
        new AccountWalk(store).each(state -> new AccountCohorts(store, state, sums).run(begin, now));
        return sums.cohorts();
    }

    @Override
    public AccountId erase(AccountId account, PseudonymKey key) {
        if (PseudonymKey.isPseudonym(account)) {
            throw new InvalidValueException("account", account, "an account that is not erased already");
        }
        AccountId pseudonym = key.pseudonym(account);
        new PersonEraser(store, account, pseudonym).erase();
        return pseudonym;
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
