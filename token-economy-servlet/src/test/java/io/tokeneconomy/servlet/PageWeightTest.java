package io.tokeneconomy.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageWeightTest {

    private static final int MOST = 40 * 1024;
    private static final Pattern FILE = Pattern.compile("tokens/assets/([^\"]+)\"");
    private static final Pattern LAZY = Pattern.compile("import\\('\\./((?:c|embedded)[^']+)'\\)");

    /** What is loaded when there is something to celebrate, or to pay within the page, counts too. */
    @ParameterizedTest
    @ValueSource(strings = {"/tokens/buy", "/tokens/success", "/tokens/cancel?package=popular", "/tokens/history"})
    void aPageHasAtMostFortyKibibytesOfScriptAndStyleZipped(String path) throws IOException {
        try (Shop shop = Shop.options()
                .filter(filter -> filter.pages(pages -> pages.embeddedCheckout("pk_test_1")))
                .open()) {
            String session = shop.checkout("alice", "popular").id();
            String query = path.endsWith("success") ? "?session_id=" + session : "";
            Set<String> files = FILE.matcher(
                            shop.browser("alice").get(path + query).body())
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(HashSet::new));
            int size = 0;
            for (String file : Set.copyOf(files)) {
                String content =
                        shop.browser(null).get("/tokens/assets/" + file).body();
                LAZY.matcher(content).results().map(MatchResult::group).forEach(files::add);
                size += zipped(content);
                for (MatchResult lazy : LAZY.matcher(content).results().toList()) {
                    size += zipped(shop.browser(null)
                            .get("/tokens/assets/" + lazy.group(1))
                            .body());
                }
            }

            assertThat(files).hasSizeGreaterThan(8);
            assertThat(files.toString().contains("embedded"))
                    .isEqualTo(files.toString().contains("token-packages"));
            assertThat(size).as(path + " " + files).isBetween(8_000, MOST);
        }
    }

    private static int zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}
