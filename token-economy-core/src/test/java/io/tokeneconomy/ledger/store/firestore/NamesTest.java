package io.tokeneconomy.ledger.store.firestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"alice", "a.b", "_a", "a__", "4711", "straße", "\ud83e\ude99", "a b", "te:purchase:cs_1"})
    void plainTextsStayAsTheyAre(String text) {
        assertThat(Names.encode(text)).isEqualTo(text);
    }

    @Test
    void whatFirestoreRefusesIsWrittenOtherwise() {
        assertThat(Names.encode("a/b")).isEqualTo("a%2fb");
        assertThat(Names.encode("100%")).isEqualTo("100%25");
        assertThat(Names.encode(".")).isEqualTo("%2e");
        assertThat(Names.encode("..")).isEqualTo("%2e.");
        assertThat(Names.encode("__id7__")).isEqualTo("%5f_id7__");
        assertThat(Names.encode("")).isEqualTo("%");
        assertThat(Names.encode("a\ud83e")).isEqualTo("a%ud83e");
    }

    @Property
    void everyTextComesBackFromALegalName(@ForAll("hostile") String text) {
        String name = Names.encode(text);
        assertThat(Names.decode(name)).isEqualTo(text);
        assertThat(name).isNotEmpty().doesNotContain("/").isNotIn(".", "..").doesNotMatch("__.*__");
        assertThat(new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(name);
    }

    @Test
    void theLongestIdsFit() {
        for (String piece : List.of("/", "\u4e2d", "\ud83e\ude99", "%", "_", ".")) {
            String longest = piece.repeat(300 / piece.length());
            assertThat(Names.encode(longest).getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(1_500);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%2", "a%", "%u12", "%zz"})
    void whatIsNoNameIsRefused(String name) {
        assertThatThrownBy(() -> Names.decode(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.of("/", "%", ".", "_", "u", "2", "f", "\ud83e", "\ude99", "\u0000", "\u4e2d", "a")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }
}
