/** The store on relational databases: PostgreSQL, MySQL, MariaDB, H2, and SQLite, the embedded default. */
@NullMarked
package io.tokeneconomy.ledger.store.jdbc;

import org.jspecify.annotations.NullMarked;
