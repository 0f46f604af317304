/** The audit at work: walks a store account by account. Not exported. */
@NullMarked
package io.tokeneconomy.audit.engine;

import org.jspecify.annotations.NullMarked;
