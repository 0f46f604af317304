/** What the host may listen to, once it is committed. */
@NullMarked
package io.tokeneconomy.event;

import org.jspecify.annotations.NullMarked;
