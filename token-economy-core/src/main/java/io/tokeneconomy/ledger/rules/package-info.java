/**
 * The ledger's rules as pure functions: an account, an operation and a time in; a new account and entries, or a
 * refusal, out. No I/O, no clock, no logging; every store shares them. Not exported.
 */
@NullMarked
package io.tokeneconomy.ledger.rules;

import org.jspecify.annotations.NullMarked;
