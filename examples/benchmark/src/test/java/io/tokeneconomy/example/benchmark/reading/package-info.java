/** Tests. */
@NullMarked
package io.tokeneconomy.example.benchmark.reading;

import org.jspecify.annotations.NullMarked;
