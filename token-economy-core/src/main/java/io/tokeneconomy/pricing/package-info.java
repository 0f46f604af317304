/** What the host's own operations cost in tokens: a price list with versions, estimates, and spending by it. */
@NullMarked
package io.tokeneconomy.pricing;

import org.jspecify.annotations.NullMarked;
