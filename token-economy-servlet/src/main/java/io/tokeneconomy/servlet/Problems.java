package io.tokeneconomy.servlet;

import jakarta.servlet.http.HttpServletRequest;

/** How errors look at a path. */
@FunctionalInterface
interface Problems {

    /** As JSON. */
    Problems JSON = (request, problem) -> problem.toJson();

    Reply answer(HttpServletRequest request, Problem problem);
}
