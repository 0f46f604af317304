/** A whole shop in one process, to try out and to copy from: Jetty, the filter, SQLite and the Stripe sandbox. */
@NullMarked
package io.tokeneconomy.example.quickstart;

import org.jspecify.annotations.NullMarked;
