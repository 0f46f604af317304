/**
 * A local, stateful stand-in for the part of Stripe's API that we use: it speaks HTTP, so that stripe-java itself talks
 * to it, shows a hosted payment page and sends signed webhooks. No money moves.
 */
@NullMarked
package io.tokeneconomy.payment.sandbox;

import org.jspecify.annotations.NullMarked;
