/** The operator's console: who may use it, and what it reckons with. */
@NullMarked
package io.tokeneconomy.servlet.admin;

import org.jspecify.annotations.NullMarked;
