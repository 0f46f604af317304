/** What a contender must do. */
@NullMarked
package io.tokeneconomy.example.benchmark.contender;

import org.jspecify.annotations.NullMarked;
