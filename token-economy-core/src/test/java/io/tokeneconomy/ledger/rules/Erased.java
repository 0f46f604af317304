package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.AccountStatus;
import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.ledger.Closure;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import java.time.Duration;
import java.util.List;

/**
 * An account closed and erased.
 *
 * @param account the account afterwards
 * @param history its entries afterwards
 * @param before the account before
 * @param original its entries before
 */
record Erased(Account account, List<LedgerEntry> history, Account before, List<LedgerEntry> original) {

    static final AccountId PSEUDONYM = AccountId.of("erased-4711");

    /** Closes the account once every hold has timed out. */
    static Erased of(PureLedger ledger, AccountId id) {
        if (ledger.account(id).settings().status() != AccountStatus.CLOSED) {
            Closure closure = new Closure(id, IdempotencyKey.of("the-end"), new Audit("eve", "a test"));
            ledger.apply(closure, ledger.account(id).lastEntryAt().plus(Duration.ofDays(400)))
                    .orElseThrow();
        }
        Account before = ledger.account(id);
        List<LedgerEntry> original = ledger.history(id);
        PersonErasure erasure = new PersonErasure(id, PSEUDONYM);
        List<LedgerEntry> erased = original.stream()
                .map(entry -> erasure.erase(entry, before.salt()))
                .toList();
        return new Erased(erasure.erase(before), erased, before, original);
    }
}
