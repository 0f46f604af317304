/**
 * The SPI for stores. A store keeps accounts, entries, orders, customers and parked payments, and makes decisions
 * atomic; it knows nothing of the ledger's rules.
 *
 * <p>To write one: implement {@link io.tokeneconomy.ledger.store.LedgerStore} and let {@code LedgerStoreContract} from
 * the tests jar judge it. "Correct" means that it passes.
 */
@NullMarked
package io.tokeneconomy.ledger.store;

import org.jspecify.annotations.NullMarked;
