/** Methods that an account pays for. */
@NullMarked
package io.tokeneconomy.spring.charge;

import org.jspecify.annotations.NullMarked;
