package io.tokeneconomy.spring.charge;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/** Methods with {@link ChargeTokens}: those that no proxy can stand before would be free, and nobody would know. */
final class ChargedMethods {

    private static final int UNSEEN = Modifier.PRIVATE | Modifier.STATIC | Modifier.FINAL;

    private ChargedMethods() {}

    /** {@return all of a class, inherited ones too} */
    static List<Method> of(Class<?> type) {
        return Stream.concat(
                        Arrays.stream(ReflectionUtils.getAllDeclaredMethods(type)),
                        Arrays.stream(ClassUtils.getAllInterfacesForClass(type))
                                .flatMap(one -> Arrays.stream(one.getDeclaredMethods())))
                .filter(method -> AnnotatedElementUtils.hasAnnotation(method, ChargeTokens.class))
                .toList();
    }

    /**
     * Refuses what no proxy sees.
     *
     * @param type a bean's class
     * @param classes whether the proxy is a subclass; otherwise it has only interfaces
     * @throws IllegalStateException when a method with the annotation can be called past it
     */
    static void check(Class<?> type, boolean classes) {
        if (Proxy.isProxyClass(type)) {
            // final in the proxy, and in its interfaces, by which it is called, not
            return;
        }
        for (Method method : of(type)) {
            int unseen = method.getModifiers() & UNSEEN;
            if (unseen != 0) {
                throw free(method, "is " + Modifier.toString(unseen));
            }
            if (!classes && interfaces(type).noneMatch(one -> has(one, method))) {
                throw free(method, "is in no interface, and spring.aop.proxy-target-class is false");
            }
        }
    }

    private static Stream<Class<?>> interfaces(Class<?> type) {
        return Arrays.stream(ClassUtils.getAllInterfacesForClass(type));
    }

    private static boolean has(Class<?> type, Method method) {
        return ClassUtils.hasMethod(type, method.getName(), method.getParameterTypes());
    }

    private static IllegalStateException free(Method method, String why) {
        return new IllegalStateException(
                "@ChargeTokens of " + method + ": it would be free, since no proxy can stand before it: it " + why);
    }
}
