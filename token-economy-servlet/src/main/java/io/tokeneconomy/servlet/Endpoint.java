package io.tokeneconomy.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Answers the requests of one path. */
@FunctionalInterface
interface Endpoint {

    /**
     * {@return the answer, to be sent by the caller}
     *
     * @param request of a method that the route allows
     * @param response for cookies only
     * @throws ProblemException when the answer is an error
     */
    Reply answer(HttpServletRequest request, HttpServletResponse response);
}
