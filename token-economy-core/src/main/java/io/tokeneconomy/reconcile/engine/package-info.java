/** Reconciliation at work, page by page. Not exported. */
@NullMarked
package io.tokeneconomy.reconcile.engine;

import org.jspecify.annotations.NullMarked;
