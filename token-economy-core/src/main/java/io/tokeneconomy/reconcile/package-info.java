/** Comparing the ledger with the payment provider, and bringing it to where the money is. */
@NullMarked
package io.tokeneconomy.reconcile;

import org.jspecify.annotations.NullMarked;
