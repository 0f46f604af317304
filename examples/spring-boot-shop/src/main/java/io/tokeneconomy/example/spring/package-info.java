/** A small shop on Spring Boot that sells pictures for tokens. */
@NullMarked
package io.tokeneconomy.example.spring;

import org.jspecify.annotations.NullMarked;
