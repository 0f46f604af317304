/** Contenders written by hand on Firestore. */
@NullMarked
package io.tokeneconomy.example.benchmark.contender.firestore;

import org.jspecify.annotations.NullMarked;
