/** One filter that mounts endpoints and pages of the token economy in a servlet container. */
@NullMarked
package io.tokeneconomy.servlet;

import org.jspecify.annotations.NullMarked;
