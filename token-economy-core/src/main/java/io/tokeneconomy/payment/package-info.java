/** The SPI to a payment provider: start a checkout, read it back, verify and read what the provider sends. */
@NullMarked
package io.tokeneconomy.payment;

import org.jspecify.annotations.NullMarked;
