package io.tokeneconomy.audit;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Verification;
import io.tokeneconomy.ledger.store.Page;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the whole ledger: verifies it, signs it, reports on it, and erases people from it.
 *
 * <p>Thread-safe. Reads in pages, so that a ledger of any size takes the same memory, and works beside running
 * bookings: each account is seen as it was at one moment, different accounts at different ones. An account that is
 * erased meanwhile may be missed or seen twice. A store that cannot be read throws
 * {@code io.tokeneconomy.ledger.store.StoreException}; all of it may be asked again.
 */
public interface LedgerAudit {

    /** {@return whether the account's whole history is intact, or the first entry that is wrong} */
    Verification verify(AccountId account);

    /**
     * Verifies every account, one after another, in the store's order.
     *
     * @param after where to go on: the last account that was verified; null to begin
     * @param watch told after each account
     * @return what was seen
     */
    VerificationSummary verifyAll(@Nullable AccountId after, VerificationWatch watch);

    /**
     * Writes a checkpoint: the latest entry of every account as of now, signed, so that nobody can rewrite the ledger
     * before it unseen. It holds no account ids, only {@link PseudonymKey#name names}. {@code docs/checkpoint.md} has
     * the format. Nothing is closed.
     *
     * @param signer signs it
     * @param names names the accounts; the same key as for {@link #erase}
     * @param to where it is written to
     * @return what is in it
     * @throws IOException when {@code to} throws it
     */
    CheckpointSummary checkpoint(CheckpointSigner signer, PseudonymKey names, OutputStream to) throws IOException;

    /**
     * Holds the ledger against an earlier checkpoint: every account must still have the entry that the checkpoint saw
     * last. Together with {@link #verifyAll} this proves that nothing before it was changed, removed or rewritten; accounts
     * erased since are found under their pseudonyms.
     *
     * @param checkpoint a file with a checkpoint; first verified as {@link CheckpointVerifier} does
     * @param key the key that it must be signed with
     * @param names the key that named the accounts
     * @param findings told everything that does not fit, on this thread
     * @return what is in the checkpoint
     * @throws InvalidCheckpointException when the file is no checkpoint, or was not signed with that key
     * @throws IOException when the file cannot be read
     */
    CheckpointSummary compare(
            Path checkpoint, PublicKey key, PseudonymKey names, Consumer<? super CheckpointFinding> findings)
            throws IOException;

    /**
     * {@return a page of the accounts with entries whose ids begin with a text, in the store's order} Reads no more than the
     * page.
     *
     * @param beginning the text, compared exactly; empty for all accounts
     * @param after where to go on: the last account of the page before; null to begin
     * @param limit most accounts on the page, 1 to {@value io.tokeneconomy.ledger.store.EntryQuery#MAX_LIMIT}
     * @throws io.tokeneconomy.error.InvalidValueException when no id can begin so, or the limit is out of range
     */
    Page<AccountId> accounts(String beginning, @Nullable AccountId after, int limit);

    /** {@return what is owed to all accounts now} Reads every account, no entries. */
    Liability liability();

    /**
     * {@return the money that was taken for tokens which are still there, by currency in alphabetical order} Counts the
     * lots that purchases opened; tokens given again or sent on count as free of charge here. Reads every account, and
     * one entry for each such lot.
     */
    List<Unearned> unearned();

    /**
     * {@return how the tokens went from one time to another} Entries count for the time they were booked at, expiries for
     * the time they were due, so that opening and closing are the sums of {@code Ledger.balanceAt}. Reads every account,
     * and every entry since the beginning. Of a period that is over by more than the clocks of the nodes differ, it always
     * gives the same.
     *
     * @param from the beginning, included
     * @param until the end, not included
     * @throws io.tokeneconomy.error.InvalidValueException when a time is out of range, or the end not after the beginning
     */
    Rollforward rollforward(Instant from, Instant until);

    /**
     * {@return what has become of the tokens that came in during those months, one cohort for each} Reads every account,
     * and every entry since the first month.
     *
     * @param from the first month, in UTC
     * @param until the month after the last; at most {@value #MAX_COHORTS} later
     * @throws io.tokeneconomy.error.InvalidValueException when a month is out of range, or the end not after the beginning
     */
    List<Cohort> breakage(YearMonth from, YearMonth until);

    /** Most cohorts of one report. */
    int MAX_COHORTS = 120;

    /**
     * Erases whose account it was: a {@link PseudonymKey#pseudonym pseudonym} takes the place of its id, and everything
     * that was said about its entries is gone, with its customers and backlogs. Amounts, times and keys stay, and the
     * history still verifies. {@code docs/audit.md} says what is not erased. Doing it again finishes what was interrupted,
     * and changes nothing otherwise. The id must not be used for a person again.
     *
     * @param account a closed account, or one without entries
     * @param key makes the pseudonym
     * @return the pseudonym
     * @throws io.tokeneconomy.error.InvalidValueException when the account is not closed, or a pseudonym itself
     */
    AccountId erase(AccountId account, PseudonymKey key);
}
