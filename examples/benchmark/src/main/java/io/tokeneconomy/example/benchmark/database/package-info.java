/** Databases: started once for a run, fresh for each trial. */
@NullMarked
package io.tokeneconomy.example.benchmark.database;

import org.jspecify.annotations.NullMarked;
