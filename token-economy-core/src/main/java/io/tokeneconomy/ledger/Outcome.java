package io.tokeneconomy.ledger;

/** What came of an operation. Only {@link Applied} and {@link Replayed} mean that it stands in the ledger. */
public sealed interface Outcome {

    /**
     * {@return the entry, when the operation stands in the ledger}
     *
     * @throws OperationRefusedException with the reason, when it does not
     */
    default LedgerEntry orElseThrow() {
        if (this instanceof Applied applied) {
            return applied.entry();
        }
        if (this instanceof Replayed replayed) {
            return replayed.entry();
        }
        throw new OperationRefusedException((Refusal) this);
    }

    /** {@return whether the operation stands in the ledger} */
    default boolean stands() {
        return !(this instanceof Refusal);
    }

    /**
     * Booked now.
     *
     * @param entry the new entry
     */
    record Applied(LedgerEntry entry) implements Outcome {}

    /**
     * Booked before under the same key; nothing changed.
     *
     * @param entry the entry of the first time
     */
    record Replayed(LedgerEntry entry) implements Outcome {}

    /** Not booked; nothing changed. The key is still free, except of a {@link KeyConflict}. */
    sealed interface Refusal extends Outcome {

        /** {@return why, for people who run the shop} */
        String reason();
    }

    /**
     * The account has too few tokens.
     *
     * @param account whose account
     * @param available the most it could spend, its overdraft included
     * @param required the tokens asked for
     */
    record Insufficient(AccountId account, long available, long required) implements Refusal {
        @Override
        public String reason() {
            return "account " + account + " has " + available + " tokens available, " + required + " are required";
        }
    }

    /**
     * The key already names another operation.
     *
     * @param existing the entry that owns the key
     */
    record KeyConflict(LedgerEntry existing) implements Refusal {
        @Override
        public String reason() {
            return "key " + existing.key() + " already names another operation";
        }
    }

    /**
     * The account would hold or owe more than {@value LedgerLimits#MAX_BALANCE} tokens.
     *
     * @param account whose account
     * @param balance the tokens it has
     * @param amount the tokens to be added, negative when to be taken
     */
    record OverLimit(AccountId account, long balance, long amount) implements Refusal {
        @Override
        public String reason() {
            return "account " + account + " has " + balance + " tokens, " + amount + " more pass the limit of "
                    + LedgerLimits.MAX_BALANCE;
        }
    }

    /**
     * The account is blocked or closed.
     *
     * @param account whose account
     * @param status its status
     */
    record NotOpen(AccountId account, AccountStatus status) implements Refusal {
        @Override
        public String reason() {
            return "account " + account + " is " + status;
        }
    }

    /**
     * A spend limit would be passed.
     *
     * @param account whose account
     * @param limit the limit
     * @param used what was spent in the running period
     * @param required the tokens asked for
     */
    record LimitReached(AccountId account, SpendLimit limit, long used, long required) implements Refusal {
        @Override
        public String reason() {
            return "account " + account + " used " + used + " of " + limit + ", " + required + " more pass it";
        }
    }

    /**
     * No hold is open under that key: it was captured, released or timed out, or never placed.
     *
     * @param account whose account
     * @param hold the key
     */
    record HoldNotOpen(AccountId account, IdempotencyKey hold) implements Refusal {
        @Override
        public String reason() {
            return "account " + account + " has no open hold " + hold;
        }
    }

    /**
     * A capture asked for more than its hold has, and may not exceed it.
     *
     * @param account whose account
     * @param hold the hold's key
     * @param held what it has
     * @param required the tokens asked for
     */
    record ExceedsHold(AccountId account, IdempotencyKey hold, long held, long required) implements Refusal {
        @Override
        public String reason() {
            return "hold " + hold + " of account " + account + " has " + held + " tokens, " + required
                    + " are required";
        }
    }

    /**
     * Nothing was credited to this account under that key, so nothing can be taken back or given again.
     *
     * @param account whose account
     * @param source the key
     */
    record UnknownSource(AccountId account, IdempotencyKey source) implements Refusal {
        @Override
        public String reason() {
            return "account " + account + " got no tokens under key " + source;
        }
    }

    /**
     * The account would have too many of something.
     *
     * @param account whose account
     * @param what of what: lots, holds or spenders
     * @param limit how many are allowed
     */
    record TooMany(AccountId account, String what, int limit) implements Refusal {
        @Override
        public String reason() {
            return "account " + account + " may not have more than " + limit + " " + what;
        }
    }

    /**
     * An account with open holds cannot be closed.
     *
     * @param account whose account
     * @param holds how many are open
     */
    record HoldsOpen(AccountId account, int holds) implements Refusal {
        @Override
        public String reason() {
            return "account " + account + " has " + holds + " open holds";
        }
    }
}
