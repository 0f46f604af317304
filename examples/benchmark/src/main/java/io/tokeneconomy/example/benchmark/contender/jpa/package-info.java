/** The service as a Spring team writes it. */
@NullMarked
package io.tokeneconomy.example.benchmark.contender.jpa;

import org.jspecify.annotations.NullMarked;
