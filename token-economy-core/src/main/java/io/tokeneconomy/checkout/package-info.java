/** Selling: start a checkout, confirm it when the buyer returns, look up what was sold. */
@NullMarked
package io.tokeneconomy.checkout;

import org.jspecify.annotations.NullMarked;
