/** The seller's memory of sales: orders, who the buyer is at the payment provider, and payments that need a person. */
@NullMarked
package io.tokeneconomy.order;

import org.jspecify.annotations.NullMarked;
