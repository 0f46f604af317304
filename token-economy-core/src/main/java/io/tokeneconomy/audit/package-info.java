/**
 * Auditing: whole histories verified, heads signed for outsiders, reports for the accountant, people erased. See
 * {@link io.tokeneconomy.audit.LedgerAudit}.
 */
@NullMarked
package io.tokeneconomy.audit;

import org.jspecify.annotations.NullMarked;
