/** What every room may throw: one unchecked family for trouble, one exception for a bad value. */
@NullMarked
package io.tokeneconomy.error;

import org.jspecify.annotations.NullMarked;
