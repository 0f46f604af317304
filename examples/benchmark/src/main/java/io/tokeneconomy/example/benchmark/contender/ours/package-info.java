/** The library, called as a host calls it. */
@NullMarked
package io.tokeneconomy.example.benchmark.contender.ours;

import org.jspecify.annotations.NullMarked;
