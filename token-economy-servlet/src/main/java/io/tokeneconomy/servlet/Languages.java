package io.tokeneconomy.servlet;

import com.google.gson.JsonParser;
import io.tokeneconomy.catalog.TokenPackage;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The languages there are, and which one a request gets:
 *
 * <ol>
 *   <li>the query's {@code lang}, when there is that language;
 *   <li>what the host says;
 *   <li>what the browser asks for in {@code Accept-Language};
 *   <li>English.
 * </ol>
 */
final class Languages {

    static final String ENGLISH = "en";
    private static final List<String> OWN = List.of(ENGLISH, "de", "fr", "es", "ja", "zh", "ar");

    private final Messages english;
    private final Map<String, Messages> byTag = new LinkedHashMap<>();
    private final Function<HttpServletRequest, Optional<Locale>> host;

    /**
     * @param given the host's texts by language, in the place of ours or for languages we do not have
     * @param host the host's choice
     */
    Languages(Map<String, Map<String, String>> given, Function<HttpServletRequest, Optional<Locale>> host) {
        this.host = host;
        Map<String, String> fallback = own(ENGLISH);
        this.english = add(ENGLISH, fallback, Map.of(), given.getOrDefault(ENGLISH, Map.of()));
        OWN.forEach(tag -> add(tag, fallback, own(tag), given.getOrDefault(tag, Map.of())));
        given.forEach((tag, texts) -> {
            if (!OWN.contains(tag)) {
                add(tag, fallback, Map.of(), texts);
            }
        });
    }

    private Messages add(String tag, Map<String, String> fallback, Map<String, String> own, Map<String, String> given) {
        Map<String, String> texts = new HashMap<>(fallback);
        texts.putAll(own);
        texts.putAll(given);
        Messages made = new Messages(tag, texts);
        byTag.put(tag, made);
        return made;
    }

    /** {@return our own texts in one of our languages} */
    static Map<String, String> own(String tag) {
        String json = new String(Resource.read("messages/" + tag + ".json"), StandardCharsets.UTF_8);
        Map<String, String> texts = new HashMap<>();
        JsonParser.parseString(json)
                .getAsJsonObject()
                .asMap()
                .forEach((key, text) -> texts.put(key, text.getAsString()));
        return texts;
    }

    Collection<Messages> all() {
        return byTag.values();
    }

    /** {@return the texts for a request} */
    Messages of(HttpServletRequest request) {
        return asked(request)
                .or(() -> host.apply(request).map(Locale::toLanguageTag).flatMap(this::find))
                .or(() -> find(request.getHeader("Accept-Language")))
                .orElse(english);
    }

    /** Without a query nothing is asked for; to look for it all the same would read a form that may be too large. */
    private Optional<Messages> asked(HttpServletRequest request) {
        if (request.getQueryString() == null) {
            return Optional.empty();
        }
        try {
            return Query.single(request, "lang").flatMap(this::find);
        } catch (ProblemException brokenQuery) {
            return Optional.empty();
        }
    }

    private Optional<Messages> find(@Nullable String ranges) {
        if (ranges == null || ranges.isBlank()) {
            return Optional.empty();
        }
        try {
            String tag = Locale.lookupTag(LanguageRange.parse(ranges), byTag.keySet());
            return Optional.ofNullable(tag).map(byTag::get);
        } catch (IllegalArgumentException notAsInTheRfc) {
            return Optional.empty();
        }
    }

    String packageName(Messages language, TokenPackage offer) {
        return language.ofPackage(offer, "name", offer.name(), english);
    }

    String packageDescription(Messages language, TokenPackage offer) {
        return language.ofPackage(offer, "description", offer.description(), english);
    }
}
