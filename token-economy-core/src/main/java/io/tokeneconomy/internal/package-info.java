/** Helpers shared by our own rooms; not exported, not for hosts. */
@NullMarked
package io.tokeneconomy.internal;

import org.jspecify.annotations.NullMarked;
