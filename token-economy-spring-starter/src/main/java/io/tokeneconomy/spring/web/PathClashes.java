package io.tokeneconomy.spring.web;

import java.util.HashSet;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Refuses controllers on our paths: our filter stands before them. */
public final class PathClashes implements SmartInitializingSingleton {

    private static final Set<String> PAGES = Set.of("/buy", "/success", "/cancel", "/history");
    private static final Set<String> ENDPOINTS = Set.of(
            "/api/stripe/webhook",
            "/api/tokens/packages",
            "/api/tokens/session",
            "/api/tokens/balance",
            "/api/tokens/transactions",
            "/api/tokens/create-checkout-session",
            "/api/tokens/confirm-checkout");

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final Set<String> ours;

    /**
     * @param mappings the application's controllers
     * @param pages what the paths of our pages begin with
     */
    public PathClashes(ObjectProvider<RequestMappingHandlerMapping> mappings, Set<String> pages) {
        this.mappings = mappings;
        this.ours = new HashSet<>(ENDPOINTS);
        pages.forEach(base -> PAGES.forEach(page -> ours.add(base + page)));
    }

    @Override
    public void afterSingletonsInstantiated() {
        mappings.stream().forEach(this::check);
    }

    private void check(RequestMappingHandlerMapping mapping) {
        mapping.getHandlerMethods()
                .forEach((info, method) ->
                        info.getPatternValues().stream().filter(ours::contains).forEach(path -> refuse(path, method)));
    }

    private static void refuse(String path, HandlerMethod method) {
        throw new PathClashException(path, method.getShortLogMessage());
    }
}
