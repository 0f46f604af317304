package io.tokeneconomy.servlet;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.EntryFilter;
import io.tokeneconomy.ledger.EntryType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which entries a request asks for: {@code type=PURCHASE,SPEND}, {@code from=} and {@code until=}, all optional. */
final class HistoryQuery {

    private HistoryQuery() {}

    /** @throws ProblemException when a parameter is not what it should be */
    static EntryFilter filter(HttpServletRequest request) {
        Set<EntryType> types = Query.single(request, "type")
                .filter(given -> !given.isEmpty())
                .map(HistoryQuery::types)
                .orElse(Set.of());
        try {
            return new EntryFilter(types, time(request, "from"), time(request, "until"), null, null);
        } catch (InvalidValueException outOfRange) {
            throw invalid(outOfRange.field(), "a time from 1970 to 9999");
        }
    }

    private static Set<EntryType> types(String given) {
        try {
            return Arrays.stream(given.split(",", EntryType.values().length + 1))
                    .map(EntryType::valueOf)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(EntryType.class)));
        } catch (IllegalArgumentException unknown) {
            throw invalid("type", "types of entries such as PURCHASE and SPEND, separated by commas");
        }
    }

    private static @Nullable Instant time(HttpServletRequest request, String name) {
        return Query.single(request, name)
                .map(text -> {
                    try {
                        return Instant.parse(text);
                    } catch (DateTimeException notOne) {
                        throw invalid(name, "a time such as 2026-01-31T00:00:00Z");
                    }
                })
                .orElse(null);
    }

    private static ProblemException invalid(String name, String allowed) {
        return new ProblemException(
                ProblemCode.INVALID_REQUEST, "The parameter \"" + name + "\" takes " + allowed + ".");
    }
}
