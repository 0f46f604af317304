/** Buying tokens by itself when few are left: what buyers allow, and where it stands. */
@NullMarked
package io.tokeneconomy.topup;

import org.jspecify.annotations.NullMarked;
