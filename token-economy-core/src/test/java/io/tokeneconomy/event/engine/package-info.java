/** Tests of events, of the outbox and of the sweep. */
@NullMarked
package io.tokeneconomy.event.engine;

import org.jspecify.annotations.NullMarked;
