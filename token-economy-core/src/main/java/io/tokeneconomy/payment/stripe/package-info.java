/** Stripe behind the payment SPI: the only room that knows Stripe's library, keys, signatures and JSON. */
@NullMarked
package io.tokeneconomy.payment.stripe;

import org.jspecify.annotations.NullMarked;
