/** Tests. */
@NullMarked
package io.tokeneconomy.example.benchmark.report;

import org.jspecify.annotations.NullMarked;
