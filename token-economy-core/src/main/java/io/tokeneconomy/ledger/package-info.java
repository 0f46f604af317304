/** The ledger's vocabulary and its front: accounts, lots, entries, operations and what comes of them. */
@NullMarked
package io.tokeneconomy.ledger;

import org.jspecify.annotations.NullMarked;
