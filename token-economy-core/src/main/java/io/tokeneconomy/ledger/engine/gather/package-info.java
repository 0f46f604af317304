/**
 * Gathers what concurrent callers want into one store transaction. Knows nothing of tokens: it moves requests to a
 * {@link io.tokeneconomy.ledger.engine.gather.Work} and its results back. Not exported.
 */
@NullMarked
package io.tokeneconomy.ledger.engine.gather;

import org.jspecify.annotations.NullMarked;
