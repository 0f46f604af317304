package io.tokeneconomy.ledger.store;

import io.tokeneconomy.error.TokenEconomyException;
import io.tokeneconomy.ledger.AccountId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Others have accounts of an update locked for longer than a moment, such as a transaction of the host. Nothing was
 * written; it is always {@link #retryable()}. Only {@link LedgerStore#updateUnlessLocked} throws it.
 */
public final class AccountsLockedException extends TokenEconomyException {

    private static final long serialVersionUID = 1L;

    private final transient Set<AccountId> accounts;

    /**
     * @param message what was waited for, and how long
     * @param accounts those that are locked, as far as is known
     * @param cause the underlying failure, or null
     */
    public AccountsLockedException(String message, Set<AccountId> accounts, @Nullable Throwable cause) {
        super(message, true, cause);
        this.accounts = Set.copyOf(accounts);
    }

    /** {@return those of the update's accounts that are locked; empty when it is not known which} */
    public Set<AccountId> accounts() {
        return accounts;
    }
}
