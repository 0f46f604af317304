package io.tokeneconomy.spring.charge;

import java.lang.reflect.Method;
import java.math.BigInteger;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.context.expression.MethodBasedEvaluationContext;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.expression.EvaluationContext;
import org.springframework.expression.Expression;
import org.springframework.expression.spel.standard.SpelExpressionParser;

/** SpEL over a call's arguments. */
final class ChargeExpressions {

    private final SpelExpressionParser parser = new SpelExpressionParser();
    private final ParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();
    private final Map<String, Expression> parsed = new ConcurrentHashMap<>();
    private final Map<String, Expression> counting = new ConcurrentHashMap<>();

    /** What expressions see of the call. */
    EvaluationContext context(MethodInvocation call, Map<String, ?> more) {
        MethodBasedEvaluationContext context = new MethodBasedEvaluationContext(
                call.getThis() == null ? call : call.getThis(), call.getMethod(), call.getArguments(), names);
        more.forEach(context::setVariable);
        return context;
    }

    /**
     * A whole number; a fraction of a token cannot be charged.
     *
     * @throws InvalidChargeException when it is more than a long holds, or cannot be computed of these arguments
     */
    long tokens(Method method, String expression, EvaluationContext context) {
        Object value = counted(expression, context);
        if (!(ExactArithmetic.whole(value) instanceof BigInteger whole)) {
            throw new IllegalStateException("@ChargeTokens of " + method + ": " + expression + " gives " + value
                    + ", but a whole number of tokens is wanted");
        }
        if (whole.bitLength() >= Long.SIZE) {
            throw new InvalidChargeException("cost", expression + " is more than any account can pay", null);
        }
        return whole.longValue();
    }

    /** A division by zero, or an overflow in a method that tells of it, is what the arguments led to. */
    private @Nullable Object counted(String expression, EvaluationContext context) {
        try {
            return counting.computeIfAbsent(expression, text -> ExactArithmetic.of(parser.parseRaw(text)))
                    .getValue(context);
        } catch (ArithmeticException e) {
            throw new InvalidChargeException("cost", expression + " cannot be computed: " + e.getMessage(), e);
        }
    }

    /** What a key or an account is: nothing is no name, as all that have none would share it. */
    Object given(Method method, String expression, EvaluationContext context) {
        Object value = value(expression, context);
        if (value == null) {
            throw new IllegalStateException("@ChargeTokens of " + method + ": " + expression
                    + " gives nothing; does the method have a parameter of this name, compiled with -parameters?");
        }
        return value;
    }

    private @Nullable Object value(String expression, EvaluationContext context) {
        return parsed.computeIfAbsent(expression, parser::parseExpression).getValue(context);
    }
}
