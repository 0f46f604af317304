package io.tokeneconomy.spring.charge;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Has an account pay for a method: its tokens are set aside before the method runs, taken when it returns, given back when
 * it throws. See {@link io.tokeneconomy.ledger.Ledger#charge} for what happens in every case.
 *
 * <pre>{@code
 * @ChargeTokens(cost = "#size == 'L' ? 8 : 5", key = "#request")
 * public Image draw(String request, String size) { … }
 * }</pre>
 *
 * <p>When the tokens do not suffice, the method does not run: {@link io.tokeneconomy.ledger.OperationRefusedException},
 * which a controller's caller gets as {@code 402 Payment Required} with a problem detail. When it runs already, or ran
 * before, under the same key: {@link io.tokeneconomy.ledger.WorkNotRunException}, {@code 409}. When key or account is none:
 * {@link InvalidChargeException}, {@code 400}. When nobody is signed in: {@link NotSignedInException}, {@code 401}.
 *
 * <p>The annotated method must be called through its Spring bean, from outside; a private, static or final one stops the
 * start. The charge is outside of the method's own
 * transaction, and is refused inside one of the caller's. A method that returns before its work is done, such as a {@code
 * CompletionStage}, or is {@code @Async}, is refused. Expressions are SpEL over the arguments by name, {@code #account} and, in {@link #settle},
 * {@code #result}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ChargeTokens {

    /**
     * {@return how many tokens, as an expression: a whole number of 1 or more} Its {@code + - * / %} are exact; what would
     * overflow is refused with {@link InvalidChargeException}.
     */
    String cost();

    /**
     * {@return what tells this call from all others, as an expression} The same key is charged once, for the same account.
     * By default the request's {@code Idempotency-Key} header, for this account and method, or else a random one: each
     * call is charged.
     */
    String key() default "";

    /** {@return whose tokens, as an expression} By default the signed-in user's. */
    String account() default "";

    /**
     * {@return how many tokens it cost in the end, as an expression that knows {@code #result}} By default the cost, also
     * when this fails: the work is done then.
     */
    String settle() default "";

    /** {@return what the history says of it} By default the method's name. */
    String description() default "";
}
