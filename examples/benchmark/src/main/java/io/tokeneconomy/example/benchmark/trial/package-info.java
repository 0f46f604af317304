/** One trial: a process of its own that seeds, warms up, measures and checks the books. */
@NullMarked
package io.tokeneconomy.example.benchmark.trial;

import org.jspecify.annotations.NullMarked;
