/** The groups of properties under {@code token-economy}, one record each. */
@NullMarked
package io.tokeneconomy.spring.properties;

import org.jspecify.annotations.NullMarked;
