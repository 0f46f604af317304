@NullMarked
package io.tokeneconomy.pricing;

import org.jspecify.annotations.NullMarked;
