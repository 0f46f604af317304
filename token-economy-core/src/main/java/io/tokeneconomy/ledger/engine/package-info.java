/** The ledger at work: brings rules, store and time together. Not exported. */
@NullMarked
package io.tokeneconomy.ledger.engine;

import org.jspecify.annotations.NullMarked;
