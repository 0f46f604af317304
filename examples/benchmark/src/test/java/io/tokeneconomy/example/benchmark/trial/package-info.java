/** Tests. */
@NullMarked
package io.tokeneconomy.example.benchmark.trial;

import org.jspecify.annotations.NullMarked;
