package io.tokeneconomy.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/**
 * One path: its methods, who answers, and how errors look there.
 *
 * @param methods what it takes, OPTIONS included
 * @param endpoint who answers
 * @param problems renders errors
 */
record Route(List<String> methods, Endpoint endpoint, Problems problems) {

    static Route get(Endpoint endpoint) {
        return new Route(List.of("GET", "HEAD", "OPTIONS"), endpoint, Problems.JSON);
    }

    static Route post(Endpoint endpoint) {
        return new Route(List.of("POST", "OPTIONS"), endpoint, Problems.JSON);
    }

    static Route page(Endpoint endpoint, Problems problems) {
        return new Route(List.of("GET", "HEAD", "OPTIONS"), endpoint, problems);
    }

    /** {@return a form that stands on other pages} */
    static Route form(Endpoint form, Problems problems) {
        return new Route(List.of("POST", "OPTIONS"), form, problems);
    }

    /** {@return a page whose forms are sent to its own path} */
    static Route pageWithForm(Endpoint page, Endpoint form, Problems problems) {
        Endpoint both = (request, response) ->
                request.getMethod().equals("POST") ? form.answer(request, response) : page.answer(request, response);
        return new Route(List.of("GET", "HEAD", "POST", "OPTIONS"), both, problems);
    }

    /**
     * {@return the request's path within the application, without escapes and path parameters} Empty when the container
     * lets an ambiguous one through, such as {@code /a%2Fb}, but will not tell it: Jetty throws then. It is not ours.
     */
    static String path(HttpServletRequest request) {
        try {
            String rest = request.getPathInfo();
            return rest == null ? request.getServletPath() : request.getServletPath() + rest;
        } catch (IllegalArgumentException ambiguous) {
            return "";
        }
    }

    /** {@return the answer, whatever happens} */
    Reply answer(HttpServletRequest request, HttpServletResponse response) {
        String allowed = String.join(", ", methods);
        if (!methods.contains(request.getMethod())) {
            return problems.answer(request, Problem.notAllowed(allowed));
        }
        if (request.getMethod().equals("OPTIONS")) {
            return Reply.empty(204).header("Allow", allowed);
        }
        try {
            return endpoint.answer(request, response);
        } catch (RuntimeException | Error failure) {
            return problems.answer(request, Failures.problem(request.getMethod() + " " + path(request), failure));
        }
    }
}
