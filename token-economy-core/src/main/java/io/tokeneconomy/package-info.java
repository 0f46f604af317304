/**
 * The front door. {@link io.tokeneconomy.TokenEconomy} brings a catalog, a store and a payment provider together; all
 * other rooms are reached through it.
 */
@NullMarked
package io.tokeneconomy;

import org.jspecify.annotations.NullMarked;
