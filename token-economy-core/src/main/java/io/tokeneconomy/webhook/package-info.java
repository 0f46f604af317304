/** What the payment provider tells: verified, classified, and fulfilled, handed to the host, or ignored. */
@NullMarked
package io.tokeneconomy.webhook;

import org.jspecify.annotations.NullMarked;
