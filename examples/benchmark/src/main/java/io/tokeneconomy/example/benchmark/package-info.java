/** Measures spending, beside what a team would write itself: {@code mvn -q -Pbenchmark}. */
@NullMarked
package io.tokeneconomy.example.benchmark;

import org.jspecify.annotations.NullMarked;
