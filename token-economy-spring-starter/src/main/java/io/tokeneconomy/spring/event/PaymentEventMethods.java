package io.tokeneconomy.spring.event;

import io.tokeneconomy.TokenEconomyBuilder;
import io.tokeneconomy.payment.PaymentEvent;
import io.tokeneconomy.spring.charge.LaterWork;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Finds methods with {@link OnPaymentEvent} by the types of beans. The beans are asked for only when an event comes: they
 * may need the economy, which is being built.
 */
public final class PaymentEventMethods {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentEventMethods.class);

    private final ListableBeanFactory beans;

    /** @param beans the application's */
    public PaymentEventMethods(ListableBeanFactory beans) {
        this.beans = beans;
    }

    /** Registers all of them. */
    public void register(TokenEconomyBuilder builder) {
        for (String name : beans.getBeanDefinitionNames()) {
            Class<?> type = beans.getType(name, false);
            // what a scoped proxy stands for is called through the proxy
            boolean hidden = ScopedProxyUtils.isScopedTarget(name);
            if (type != null && !hidden) {
                found(type).forEach((method, types) -> {
                    check(method, type);
                    register(builder, name, method, types);
                });
            }
        }
    }

    private static Map<Method, OnPaymentEvent> found(Class<?> type) {
        if (!AnnotationUtils.isCandidateClass(type, OnPaymentEvent.class)) {
            return Map.of();
        }
        try {
            return annotated(type);
        } catch (IllegalStateException | LinkageError e) {
            if (!type.getName().startsWith("org.springframework.")) {
                throw e;
            }
            // one of Spring's own may speak of what is not there
            LOG.debug("{} cannot be looked at for @OnPaymentEvent", type, e);
            return Map.of();
        }
    }

    private static Map<Method, OnPaymentEvent> annotated(Class<?> type) {
        return MethodIntrospector.selectMethods(type, (MethodIntrospector.MetadataLookup<@Nullable OnPaymentEvent>)
                method -> AnnotatedElementUtils.findMergedAnnotation(method, OnPaymentEvent.class));
    }

    private static void check(Method method, Class<?> type) {
        if (LaterWork.isLater(method, type)) {
            throw new IllegalStateException(
                    "@OnPaymentEvent of " + method
                            + ": it returns before its work is done, so that the event would count as handled whatever comes of it");
        }
        Class<?>[] parameters = method.getParameterTypes();
        if (parameters.length > 1 || (parameters.length == 1 && parameters[0] != PaymentEvent.class)) {
            throw new IllegalStateException(
                    "@OnPaymentEvent of " + method + ": the method may take one PaymentEvent or nothing");
        }
    }

    private void register(TokenEconomyBuilder builder, String bean, Method method, OnPaymentEvent types) {
        for (String type : types.value()) {
            builder.onEvent(type, event -> call(bean, method, event));
        }
    }

    private void call(String name, Method method, PaymentEvent event) {
        Object bean = beans.getBean(name);
        Method callable = AopUtils.selectInvocableMethod(method, bean.getClass());
        ReflectionUtils.makeAccessible(callable);
        try {
            callable.invoke(bean, callable.getParameterCount() == 0 ? new Object[0] : new Object[] {event});
        } catch (InvocationTargetException e) {
            ReflectionUtils.rethrowRuntimeException(Objects.requireNonNull(e.getTargetException()));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(
                    "@OnPaymentEvent of " + AopProxyUtils.ultimateTargetClass(bean) + " cannot be called", e);
        }
    }
}
