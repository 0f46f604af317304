/** Auto-configuration that mounts the token economy in a Spring Boot application. */
@NullMarked
package io.tokeneconomy.spring;

import org.jspecify.annotations.NullMarked;
