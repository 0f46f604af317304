/** What is on sale: packages of tokens, their prices, and where the two are configured. */
@NullMarked
package io.tokeneconomy.catalog;

import org.jspecify.annotations.NullMarked;
