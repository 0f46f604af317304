/** What mounts the economy behind Spring Security and beside Spring MVC. */
@NullMarked
package io.tokeneconomy.spring.web;

import org.jspecify.annotations.NullMarked;
