/** Events at work: who is told what, and when. Not exported. */
@NullMarked
package io.tokeneconomy.event.engine;

import org.jspecify.annotations.NullMarked;
