/** The quickstart as its users see it: over HTTP, and as processes that come and go. */
@NullMarked
package io.tokeneconomy.example.quickstart;

import org.jspecify.annotations.NullMarked;
