/** Checkout at work: orders, customers and sessions, step by step. Not exported. */
@NullMarked
package io.tokeneconomy.checkout.engine;

import org.jspecify.annotations.NullMarked;
