package io.tokeneconomy.servlet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * All scripts, styles and texts that browsers get. A file refers to another as {@code './name.js'}; both get names with
 * hashes, the referring one after what it refers to, so that a change anywhere changes every name that leads there.
 * References must not form a circle. Immutable.
 */
final class Assets {

    /** What a host may load by a name that stays; each leads to the file with the hash. */
    static final List<String> STABLE = List.of(
            "api.js",
            "components.js",
            "token-balance.js",
            "token-packages.js",
            "token-history.js",
            "token-checkout-status.js");

    private static final List<String> OTHERS = List.of(
            "balance-watch.js",
            "celebrate.js",
            "confetti.js",
            "dom.js",
            "embedded.js",
            "i18n.js",
            "pages.js",
            "status-view.js",
            "package-view.js",
            "history-view.js",
            "components.css",
            "pages.css");

    private static final Pattern REFERENCE = Pattern.compile("'\\./([a-zA-Z0-9-]+\\.(?:js|css))'");
    private static final Pattern STATIC_IMPORT =
            Pattern.compile("(?:from|^import) '\\./([a-zA-Z0-9-]+\\.js)'", Pattern.MULTILINE);

    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, AssetFile> files = new HashMap<>();

    /**
     * @param languages whose texts scripts can load
     * @param apiFromAssets where the endpoints are, as seen from a script, such as {@code ../../api/tokens/}
     */
    Assets(Languages languages, String apiFromAssets) {
        STABLE.forEach(this::read);
        OTHERS.forEach(this::read);
        sources.put("mount.js", "export const api = new URL('" + apiFromAssets + "', import.meta.url);\n");
        languages.all().forEach(language -> sources.put(messages(language), language.script()));
        sources.put("languages.js", languageIndex(languages));
        sources.keySet().forEach(this::file);
    }

    private void read(String name) {
        sources.put(name, new String(Resource.read("assets/" + name), StandardCharsets.UTF_8));
    }

    private static String languageIndex(Languages languages) {
        return languages.all().stream()
                .map(language -> "  '" + language.tag() + "': () => import('./" + messages(language) + "'),\n")
                .collect(Collectors.joining("", "export default {\n", "};\n"));
    }

    private static String messages(Messages language) {
        return "messages-" + language.tag() + ".js";
    }

    /** {@return the file of that plain name} */
    AssetFile file(String name) {
        AssetFile known = files.get(name);
        if (known != null) {
            return known;
        }
        String source = sources.get(name);
        if (source == null) {
            throw new IllegalStateException("No asset is called " + name);
        }
        AssetFile made = AssetFile.of(name, REFERENCE.matcher(source).replaceAll(this::hashed));
        files.put(name, made);
        return made;
    }

    private String hashed(MatchResult reference) {
        return Matcher.quoteReplacement("'./" + file(reference.group(1)).name() + "'");
    }

    /** {@return who answers for which file name} */
    Map<String, Asset> endpoints() {
        Map<String, Asset> endpoints = new HashMap<>();
        files.values().forEach(file -> endpoints.put(file.name(), Asset.forEver(file)));
        STABLE.forEach(name -> endpoints.put(
                name,
                Asset.revalidated(
                        new AssetFile(name, "export * from './" + file(name).name() + "';\n"))));
        return endpoints;
    }

    /** {@return the scripts and, after them, everything that they cannot run without, each once} */
    List<AssetFile> closure(List<String> scripts, Messages language) {
        Set<String> names = new LinkedHashSet<>(scripts);
        List<String> open = new ArrayList<>(scripts);
        while (!open.isEmpty()) {
            Matcher imports = STATIC_IMPORT.matcher(sources.get(open.remove(0)));
            while (imports.find()) {
                if (names.add(imports.group(1))) {
                    open.add(imports.group(1));
                }
            }
        }
        names.add(messages(language));
        return names.stream().map(this::file).toList();
    }
}
