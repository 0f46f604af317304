/** Help for tests of applications that sell tokens. */
@NullMarked
package io.tokeneconomy.spring.test;

import org.jspecify.annotations.NullMarked;
