/**
 * Turning money into tokens, exactly once: the one path that webhook, success page and every later caller share. Not
 * exported.
 */
@NullMarked
package io.tokeneconomy.fulfilment;

import org.jspecify.annotations.NullMarked;
