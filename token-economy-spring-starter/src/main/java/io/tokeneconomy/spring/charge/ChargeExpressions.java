package io.tokeneconomy.spring.charge;

import java.lang.reflect.Method;
import java.math.BigInteger;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
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

    /** What expressions see of the call. */
    EvaluationContext context(MethodInvocation call, Map<String, ?> more) {
        return context(call, call.getArguments(), more);
    }

    /** The same for expressions that count tokens. */
    EvaluationContext counting(MethodInvocation call, Map<String, ?> more) {
        Object[] arguments =
                Stream.of(call.getArguments()).map(ChargeExpressions::exact).toArray();
        return context(call, arguments, more);
    }

    private EvaluationContext context(MethodInvocation call, @Nullable Object[] arguments, Map<String, ?> more) {
        MethodBasedEvaluationContext context = new MethodBasedEvaluationContext(
                call.getThis() == null ? call : call.getThis(), call.getMethod(), arguments, names);
        more.forEach(context::setVariable);
        return context;
    }

    /** A whole number; a fraction of a token cannot be charged. */
    long tokens(Method method, String expression, EvaluationContext context) {
        Object value = value(expression, context);
        if (exact(value) instanceof BigInteger whole && whole.bitLength() < Long.SIZE) {
            return whole.longValue();
        }
        throw new IllegalStateException("@ChargeTokens of " + method + ": " + expression + " gives " + value
                + ", but a whole number of tokens is wanted");
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

    /** Arithmetic with it is exact: SpEL lets an int and a long overflow in silence. */
    static @Nullable Object exact(@Nullable Object value) {
        boolean whole =
                value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte;
        return whole && value instanceof Number number ? BigInteger.valueOf(number.longValue()) : value;
    }

    private @Nullable Object value(String expression, EvaluationContext context) {
        return parsed.computeIfAbsent(expression, parser::parseExpression).getValue(context);
    }
}
