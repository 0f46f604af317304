package io.tokeneconomy.example.benchmark.reading;

import io.tokeneconomy.example.benchmark.trial.TrialFailedException;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Ledger;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.Spend;
import io.tokeneconomy.ledger.StatementCursor;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** One account's history: a grant, then spends of one token each. */
final class History {

    /** How many entries a page has. */
    static final int PAGE = 50;

    private static final long LEFT = 1_000;

    private final Ledger ledger;
    private final AccountId account;
    private final long entries;

    private History(Ledger ledger, AccountId account, long entries) {
        this.ledger = ledger;
        this.account = account;
        this.entries = entries;
    }

    /** {@return a history with that many entries, newly booked in bulk} */
    static History book(Ledger ledger, String name, long entries) {
        History history = new History(ledger, AccountId.of(name), entries);
        for (long first = 1; first <= entries; first += LedgerLimits.MAX_BULK) {
            ledger.apply(history.operations(first, Math.min(entries, first + LedgerLimits.MAX_BULK - 1)))
                    .forEach(Outcome::orElseThrow);
        }
        return history;
    }

    long entries() {
        return entries;
    }

    void readFirstPage() {
        require(page(null), entries);
    }

    /** @param newest the sequence of the page's newest entry */
    void readPageFrom(long newest) {
        require(page(StatementCursor.olderThan(newest + 1)), newest);
    }

    void readBalance() {
        long available = ledger.balance(account).available();
        if (available != LEFT) {
            throw new TrialFailedException("the balance of " + account + " must be " + LEFT + " and is " + available);
        }
    }

    private List<LedgerEntry> page(@Nullable StatementCursor cursor) {
        return ledger.statement(account, PAGE, cursor).entries();
    }

    private void require(List<LedgerEntry> page, long newest) {
        long expected = Math.min(PAGE, newest);
        if (page.size() != expected || page.get(0).sequence() != newest) {
            throw new TrialFailedException("the page of " + account + " from entry " + newest + " must have " + expected
                    + " entries and is " + page);
        }
    }

    private List<Operation> operations(long first, long last) {
        return LongStream.rangeClosed(first, last).mapToObj(this::operation).toList();
    }

    private Operation operation(long sequence) {
        IdempotencyKey key = IdempotencyKey.of(account.value() + "-" + sequence);
        return sequence == 1 ? Grant.of(account, LEFT + entries - 1, key) : Spend.of(account, 1, key);
    }
}
