/** The operator's console at work: pages made on the server, forms that are reviewed before they book. Not exported. */
@NullMarked
package io.tokeneconomy.servlet.admin.console;

import org.jspecify.annotations.NullMarked;
