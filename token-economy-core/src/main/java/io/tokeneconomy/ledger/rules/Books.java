package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import java.util.Optional;

/** What the rules look at. An account without entries comes with a fresh {@link Account#salt}. */
public interface Books {

    /** {@return the account as it stands} */
    Account account(AccountId id);

    /** {@return the entry booked under that key} */
    Optional<LedgerEntry> entry(IdempotencyKey key);
}
