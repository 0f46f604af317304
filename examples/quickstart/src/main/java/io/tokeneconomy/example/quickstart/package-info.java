/** A shop in one process: Jetty, the filter, a SQLite file and the sandbox. */
@NullMarked
package io.tokeneconomy.example.quickstart;

import org.jspecify.annotations.NullMarked;
