package io.tokeneconomy.spring.web;

import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Refuses controllers, and views without one, on our paths: our filter stands before them. */
public final class PathClashes implements SmartInitializingSingleton {

    private final ObjectProvider<RequestMappingHandlerMapping> controllers;
    private final ObjectProvider<AbstractUrlHandlerMapping> others;
    private final String servlet;
    private final Predicate<String> ours;

    /**
     * @param controllers the application's controllers
     * @param others what else it has by path
     * @param servlet where they begin, such as {@code /app}, or nothing
     * @param ours whether a path never reaches them
     */
    public PathClashes(
            ObjectProvider<RequestMappingHandlerMapping> controllers,
            ObjectProvider<AbstractUrlHandlerMapping> others,
            String servlet,
            Predicate<String> ours) {
        this.controllers = controllers;
        this.others = others;
        this.servlet = servlet;
        this.ours = ours;
    }

    @Override
    public void afterSingletonsInstantiated() {
        controllers.stream()
                .forEach(mapping -> mapping.getHandlerMethods()
                        .forEach((info, method) ->
                                info.getPatternValues().forEach(path -> check(path, method.getShortLogMessage()))));
        others.stream()
                .forEach(
                        mapping -> mapping.getHandlerMap().forEach((path, handler) -> check(path, handler.toString())));
    }

    private void check(String path, String handler) {
        String whole = servlet + path;
        if (ours.test(whole)) {
            throw new PathClashException(whole, handler);
        }
    }
}
