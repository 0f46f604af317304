/**
 * Shows whatever the suite asks of the sandbox, or of any other stand-in of Stripe, to an independent judge of requests. Only
 * where the environment names one: {@code STRIPE_REFEREE}.
 */
@NullMarked
package io.tokeneconomy.referee;

import org.jspecify.annotations.NullMarked;
