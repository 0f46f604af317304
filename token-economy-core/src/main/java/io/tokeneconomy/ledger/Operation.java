package io.tokeneconomy.ledger;

import java.util.List;

/**
 * Something to be booked: immutable, complete and comparable, so that asking twice can be told from asking for
 * something else.
 */
public sealed interface Operation
        permits Grant,
                Purchase,
                Spend,
                MeteredSpend,
                PlaceHold,
                Capture,
                Release,
                ExtendHold,
                Clawback,
                Reinstatement,
                Lapse,
                Transfer,
                Adjustment,
                Configuration,
                Closure {

    /** {@return whose tokens; for a transfer the sender's} */
    AccountId account();

    /** {@return the operation's permanent key} */
    IdempotencyKey key();

    /** {@return what the host says about it} */
    Details details();

    /** {@return every account it changes} */
    default List<AccountId> accounts() {
        return List.of(account());
    }

    /** {@return every key whose entry it looks at} */
    default List<IdempotencyKey> keys() {
        return List.of(key());
    }
}
