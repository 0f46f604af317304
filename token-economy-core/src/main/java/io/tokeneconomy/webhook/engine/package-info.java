/** Webhooks at work. Not exported. */
@NullMarked
package io.tokeneconomy.webhook.engine;

import org.jspecify.annotations.NullMarked;
