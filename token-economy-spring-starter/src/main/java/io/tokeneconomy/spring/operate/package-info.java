/** What operators look at: observations, metrics, health, info and an endpoint. */
@NullMarked
package io.tokeneconomy.spring.operate;

import org.jspecify.annotations.NullMarked;
