package io.tokeneconomy.spring.charge;

import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** Refuses methods that return before their work is done: it would be paid for though it fails. */
final class LaterWork {

    private static final List<Class<?>> LATER =
            List.of(CompletionStage.class, Future.class, Callable.class, Flow.Publisher.class);

    /** By name, because they are optional. */
    private static final List<String> OPTIONAL = List.of(
            "org.reactivestreams.Publisher",
            "org.springframework.web.context.request.async.DeferredResult",
            "org.springframework.web.context.request.async.WebAsyncTask",
            "org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter",
            "org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody");

    private static final String ASYNC = "org.springframework.scheduling.annotation.Async";

    private LaterWork() {}

    /** Refuses by what the method says. */
    static void refuse(Method method) {
        boolean async = AnnotatedElementUtils.isAnnotated(method, ASYNC)
                || AnnotatedElementUtils.isAnnotated(method.getDeclaringClass(), ASYNC);
        if (async || isLater(method.getReturnType())) {
            throw refused(method);
        }
    }

    /** Refuses by what it has returned. */
    static void refuse(Method method, @Nullable Object result) {
        if (result != null && isLater(result.getClass())) {
            throw refused(method);
        }
    }

    private static boolean isLater(@Nullable Class<?> type) {
        if (type == null) {
            return false;
        }
        return LATER.stream().anyMatch(later -> later.isAssignableFrom(type))
                || OPTIONAL.contains(type.getName())
                || isLater(type.getSuperclass())
                || List.of(type.getInterfaces()).stream().anyMatch(LaterWork::isLater);
    }

    private static IllegalStateException refused(Method method) {
        return new IllegalStateException("@ChargeTokens of " + method
                + ": it returns before its work is done; use TokenEconomy.ledger().hold and capture instead");
    }
}
