package io.tokeneconomy.spring.charge;

import java.lang.reflect.Method;
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

    /** What expressions see of the call. */
    EvaluationContext context(MethodInvocation call, Map<String, ?> more) {
        MethodBasedEvaluationContext context = new MethodBasedEvaluationContext(
                call.getThis() == null ? call : call.getThis(), call.getMethod(), call.getArguments(), names);
        more.forEach(context::setVariable);
        return context;
    }

    /** A whole number; a fraction of a token cannot be charged. */
    long tokens(Method method, String expression, EvaluationContext context) {
        Object value = value(expression, context);
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        throw new IllegalStateException("@ChargeTokens of " + method + ": " + expression + " gives " + value
                + ", but a whole number of tokens is wanted");
    }

    @Nullable
    Object value(String expression, EvaluationContext context) {
        return parsed.computeIfAbsent(expression, parser::parseExpression).getValue(context);
    }
}
