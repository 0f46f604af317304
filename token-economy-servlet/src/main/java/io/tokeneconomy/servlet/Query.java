package io.tokeneconomy.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads parameters of the query. */
final class Query {

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

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

    /** On escapes that are none some containers throw what they like, others drop the parameter. */
    private static String @Nullable [] values(HttpServletRequest request, String name) {
        String query = request.getQueryString();
        if (query != null && BROKEN_ESCAPE.matcher(query).find()) {
            throw broken();
        }
        try {
            return request.getParameterValues(name);
        } catch (RuntimeException brokenQuery) {
            throw broken();
        }
    }

    private static ProblemException broken() {
        return new ProblemException(ProblemCode.INVALID_REQUEST, "The query cannot be read.");
    }
}
