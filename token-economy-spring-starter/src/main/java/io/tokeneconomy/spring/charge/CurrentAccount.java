package io.tokeneconomy.spring.charge;

import io.tokeneconomy.ledger.AccountId;
import java.util.Optional;

/** Whose tokens {@link ChargeTokens} takes where it does not say. */
@FunctionalInterface
public interface CurrentAccount {

    /** {@return the account of whoever the calling thread works for; empty when nobody is signed in} */
    Optional<AccountId> find();
}
