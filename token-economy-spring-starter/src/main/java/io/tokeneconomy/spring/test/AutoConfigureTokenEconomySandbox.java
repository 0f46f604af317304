package io.tokeneconomy.spring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/**
 * On a test class: the sandbox plays Stripe, and no key or secret is needed. Beans of the test are then the {@link
 * io.tokeneconomy.payment.sandbox.StripeSandbox} and a {@link TokenEconomyTestClient}. Webhooks come over HTTP when the
 * test has a running server.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TestPropertySource(properties = {"token-economy.sandbox.enabled=true", "token-economy.base-url=http://localhost:8080"})
public @interface AutoConfigureTokenEconomySandbox {}
