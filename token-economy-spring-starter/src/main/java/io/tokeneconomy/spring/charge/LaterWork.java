package io.tokeneconomy.spring.charge;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.http.HttpEntity;
import org.springframework.util.ClassUtils;

/**
 * Methods that return before their work is done. Charged ones are refused: the work would be paid for though it fails; and
 * so are those that handle events, which would be taken for handled.
 */
public final class LaterWork {

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

    /** How deep a type is looked into, such as a list of responses of futures. */
    private static final int DEPTH = 3;

    private static final boolean WEB =
            ClassUtils.isPresent("org.springframework.http.HttpEntity", LaterWork.class.getClassLoader());

    private LaterWork() {}

    /** Refuses by what the method and its bean say. */
    static void refuse(Method method, Class<?> type) {
        if (isLater(method, type)) {
            throw refused(method);
        }
    }

    /**
     * {@return whether the method says so, or an interface or a class of its bean}
     *
     * @param type the bean's class
     */
    public static boolean isLater(Method method, Class<?> type) {
        return isAsync(method) || isAsync(type) || isLater(ResolvableType.forMethodReturnType(method, type), DEPTH);
    }

    /** Refuses by what it has returned. */
    static void refuse(Method method, @Nullable Object result) {
        Object body = WEB ? Response.body(result) : result;
        if (body != null && isLater(body.getClass())) {
            throw refused(method);
        }
    }

    private static boolean isAsync(Method method) {
        return MergedAnnotations.from(method, SearchStrategy.TYPE_HIERARCHY).isPresent(ASYNC)
                || isAsync(method.getDeclaringClass());
    }

    private static boolean isAsync(Class<?> type) {
        return MergedAnnotations.from(type, SearchStrategy.TYPE_HIERARCHY).isPresent(ASYNC);
    }

    private static boolean isLater(ResolvableType type, int depth) {
        return isLater(type.resolve())
                || (depth > 0 && Arrays.stream(type.getGenerics()).anyMatch(part -> isLater(part, depth - 1)));
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

    /** Apart, so that nothing of Spring's web is loaded where it is missing. */
    private static final class Response {

        private Response() {}

        static @Nullable Object body(@Nullable Object result) {
            return result instanceof HttpEntity<?> response ? response.getBody() : result;
        }
    }
}
