package io.tokeneconomy.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads parameters of the query. */
final class Query {

    private Query() {}

    /**
     * {@return the parameter's only value, empty when it is not given}
     *
     * @throws ProblemException when it is given twice, or the query is broken
     */
    static Optional<String> single(HttpServletRequest request, String name) {
        String[] values = values(request, name);
        if (values == null) {
            return Optional.empty();
        }
        if (values.length > 1) {
            throw new ProblemException(
                    ProblemCode.INVALID_REQUEST, "The parameter \"" + name + "\" is given more than once.");
        }
        return Optional.of(values[0]);
    }

    /** Containers throw what they like on escapes that are none. */
    private static String @Nullable [] values(HttpServletRequest request, String name) {
        try {
            return request.getParameterValues(name);
        } catch (RuntimeException brokenQuery) {
            throw new ProblemException(ProblemCode.INVALID_REQUEST, "The query cannot be read.");
        }
    }
}
