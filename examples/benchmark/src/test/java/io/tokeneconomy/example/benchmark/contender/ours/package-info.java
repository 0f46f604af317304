/** Tests. */
@NullMarked
package io.tokeneconomy.example.benchmark.contender.ours;

import org.jspecify.annotations.NullMarked;
