/** The quickstart driven through a real browser. */
@NullMarked
package io.tokeneconomy.example.browser;

import org.jspecify.annotations.NullMarked;
