/** Tests. */
@NullMarked
package io.tokeneconomy.example.benchmark;

import org.jspecify.annotations.NullMarked;
