package io.tokeneconomy.spring.web;

import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Refuses controllers on our paths: our filter stands before them. */
public final class PathClashes implements SmartInitializingSingleton {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final Predicate<String> ours;

    /**
     * @param mappings the application's controllers
     * @param ours whether a path never reaches them
     */
    public PathClashes(ObjectProvider<RequestMappingHandlerMapping> mappings, Predicate<String> ours) {
        this.mappings = mappings;
        this.ours = ours;
    }

    @Override
    public void afterSingletonsInstantiated() {
        mappings.stream().forEach(this::check);
    }

    private void check(RequestMappingHandlerMapping mapping) {
        mapping.getHandlerMethods()
                .forEach((info, method) ->
                        info.getPatternValues().stream().filter(ours).forEach(path -> refuse(path, method)));
    }

    private static void refuse(String path, HandlerMethod method) {
        throw new PathClashException(path, method.getShortLogMessage());
    }
}
