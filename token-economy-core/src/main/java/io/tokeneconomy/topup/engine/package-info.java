/** Top-ups at work: watching balances, charging saved cards, settling what came of it. Not exported. */
@NullMarked
package io.tokeneconomy.topup.engine;

import org.jspecify.annotations.NullMarked;
