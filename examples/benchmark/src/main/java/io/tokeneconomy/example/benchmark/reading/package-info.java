/** How long it takes to read a long history, beside a short one. */
@NullMarked
package io.tokeneconomy.example.benchmark.reading;

import org.jspecify.annotations.NullMarked;
