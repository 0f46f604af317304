package io.tokeneconomy.spring.event;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.aot.hint.annotation.Reflective;

/**
 * Has a bean's method handle the payment provider's events of some types that are not token purchases, their signature
 * verified. See {@link io.tokeneconomy.webhook.PaymentEventHandler} for how often it is called.
 *
 * <pre>{@code
 * @OnPaymentEvent("customer.subscription.updated")
 * void updated(PaymentEvent event) { … }
 * }</pre>
 *
 * <p>The method takes the {@link io.tokeneconomy.payment.PaymentEvent}, or nothing. What it throws has the provider deliver
 * the event again; so it must not return before its work is done: a method that is {@code @Async} or returns such as a {@code
 * CompletionStage} stops the start.
 */
@Documented
@Reflective
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnPaymentEvent {

    /** {@return the types, in the provider's words} */
    String[] value();
}
