/** Processes that share a store and are killed: what was acknowledged stands, once. */
@NullMarked
package io.tokeneconomy.crash;

import org.jspecify.annotations.NullMarked;
