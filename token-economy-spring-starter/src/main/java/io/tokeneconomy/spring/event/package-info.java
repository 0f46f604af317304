/** What happened, to beans of the application. */
@NullMarked
package io.tokeneconomy.spring.event;

import org.jspecify.annotations.NullMarked;
