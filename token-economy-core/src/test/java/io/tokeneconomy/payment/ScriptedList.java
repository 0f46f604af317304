package io.tokeneconomy.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was made and when, listed as a provider does: newest first. Thread-safe. */
final class ScriptedList {

    private final List<Made> all = new ArrayList<>();

    private record Made(String id, Instant at) {}

    /** What is made again stays in its place. */
    synchronized void add(String id, Instant at) {
        if (all.stream().noneMatch(made -> made.id().equals(id))) {
            all.add(new Made(id, at));
        }
    }

    synchronized <T> WindowPage<T> page(WindowQuery query, Function<String, T> item) {
        List<Made> inside = all.stream()
                .filter(made -> !made.at().isBefore(query.from()) && made.at().isBefore(query.to()))
                .collect(Collectors.toList());
        Collections.reverse(inside);
        List<String> ids = inside.stream().map(Made::id).toList();
        List<String> rest = ids.subList(query.after() == null ? 0 : ids.indexOf(query.after()) + 1, ids.size());
        List<String> page = rest.subList(0, Math.min(query.limit(), rest.size()));
        boolean more = rest.size() > page.size();
        return new WindowPage<>(page.stream().map(item).toList(), more ? page.get(page.size() - 1) : null);
    }
}
