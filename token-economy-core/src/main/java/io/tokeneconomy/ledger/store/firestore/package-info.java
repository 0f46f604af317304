/** The store on Google's Firestore, for deployments on many machines. */
@NullMarked
package io.tokeneconomy.ledger.store.firestore;

import org.jspecify.annotations.NullMarked;
