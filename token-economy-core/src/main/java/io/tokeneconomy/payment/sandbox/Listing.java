package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stripe's lists: newest first, 10 to a page by default, at most 100 ({@code docs.stripe.com/api/pagination}). */
final class Listing {

    static final int MAX_LIMIT = 100;

    private static final long DEFAULT_LIMIT = 10;
    private static final String[] PAGING = {"limit", "starting_after", "ending_before"};
    private static final String[] CREATED = {"created", "created[gt]", "created[gte]", "created[lt]", "created[lte]"};

    private Listing() {}

    /** Paging and the window of creation time, and the filters of the one list. */
    static Accepted accepted(String... filters) {
        return Accepted.of(filters).and(PAGING).and(CREATED);
    }

    static Accepted pagingOnly() {
        return Accepted.of(PAGING);
    }

    /** The filters {@code payment_intent} and {@code charge} are applied here; the others by the caller. */
    static JsonObject of(Call call, Kind kind, String url, Predicate<JsonObject> filter) {
        Predicate<JsonObject> window = window(call.params());
        return page(call.params(), url, candidates(call, kind).filter(window.and(filter)));
    }

    /** Everything, or what an index knows to belong to the asked payment. */
    private static Stream<JsonObject> candidates(Call call, Kind kind) {
        Params params = call.params();
        Predicate<JsonObject> belongs = object -> true;
        @Nullable String payment = null;
        for (String link : Table.LINKS) {
            String asked = params.text(link);
            payment = payment == null ? asked : payment;
            belongs = belongs.and(fits(link, asked));
        }
        Stream<JsonObject> all =
                payment == null ? call.tx().newestFirst(kind) : call.tx().linkedTo(kind, payment);
        return all.filter(belongs);
    }

    /** Whether the field has the wanted value; any will do when none is wanted. */
    static Predicate<JsonObject> fits(String field, @Nullable String wanted) {
        return object -> wanted == null || Json.is(object, field, wanted);
    }

    /** The asked page of the stream. */
    static JsonObject page(Params params, String url, Stream<JsonObject> all) {
        Long limit = params.integer("limit", 1, MAX_LIMIT);
        int size = (int) (limit == null ? DEFAULT_LIMIT : limit);
        String after = params.text("starting_after");
        String before = params.text("ending_before");
        if (after != null && before != null) {
            throw StripeError.invalid(null, "ending_before", "Use only one of starting_after and ending_before.");
        }
        return before == null ? forward(all, url, after, size) : backward(all, url, before, size);
    }

    private static JsonObject forward(Stream<JsonObject> all, String url, @Nullable String after, int size) {
        Stream<JsonObject> rest =
                after == null ? all : all.dropWhile(not(after)).skip(1);
        List<JsonObject> found = rest.limit(size + 1L).toList();
        return list(found.subList(0, Math.min(size, found.size())), found.size() > size, url);
    }

    private static JsonObject backward(Stream<JsonObject> all, String url, String before, int size) {
        List<JsonObject> newer = all.takeWhile(not(before)).collect(Collectors.toList());
        Collections.reverse(newer);
        List<JsonObject> page = newer.stream().limit(size).collect(Collectors.toList());
        Collections.reverse(page);
        return list(page, newer.size() > size, url);
    }

    private static Predicate<JsonObject> not(String id) {
        return object -> !Json.is(object, "id", id);
    }

    private static JsonObject list(List<JsonObject> objects, boolean more, String url) {
        JsonArray data = new JsonArray();
        objects.forEach(data::add);
        JsonObject list = new JsonObject();
        list.addProperty("object", "list");
        list.add("data", data);
        list.addProperty("has_more", more);
        list.addProperty("url", url);
        return list;
    }

    private static Predicate<JsonObject> window(Params params) {
        if (!params.has("created")) {
            return object -> true;
        }
        if (!params.isObject("created")) {
            long exact = orElse(params.integer("created"), 0);
            return object -> Json.number(object, "created") == exact;
        }
        Params window = params.inside("created");
        long from = Math.max(orElse(window.integer("gte"), 0), plus(window.integer("gt"), 1, 0));
        long to =
                Math.min(orElse(window.integer("lte"), Long.MAX_VALUE), plus(window.integer("lt"), -1, Long.MAX_VALUE));
        return object -> Json.number(object, "created") >= from && Json.number(object, "created") <= to;
    }

    private static long orElse(@Nullable Long value, long other) {
        return value == null ? other : value;
    }

    private static long plus(@Nullable Long value, long more, long other) {
        return value == null ? other : value + more;
    }
}
