/** Tests. */
@NullMarked
package io.tokeneconomy.example.benchmark.contender.sql;

import org.jspecify.annotations.NullMarked;
