/** The store for tests and trials: correct, fast, and gone with the process. */
@NullMarked
package io.tokeneconomy.ledger.store.memory;

import org.jspecify.annotations.NullMarked;
