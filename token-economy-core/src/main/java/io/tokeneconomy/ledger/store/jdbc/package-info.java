/** The store on relational databases; today on SQLite, the embedded default. */
@NullMarked
package io.tokeneconomy.ledger.store.jdbc;

import org.jspecify.annotations.NullMarked;
