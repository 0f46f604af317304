package io.tokeneconomy.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.Digest;
import org.junit.jupiter.api.Test;

/** Whatever an entry's length, its bytes are those that an auditor would write. */
class CanonicalBytesTest {

    private static final Digest DIGEST = Digest.ofHex("ab".repeat(Digest.LENGTH));

    @Test
    void valuesOfAnyLengthFollowEachOther() {
        for (int length = 0; length < 1_200; length++) {
            String text = "é" + "x".repeat(length);
            CanonicalBytes ours = new CanonicalBytes("domain")
                    .text(text)
                    .number(Long.MIN_VALUE + length)
                    .size(length)
                    .digest(DIGEST)
                    .text(null)
                    .text(text);
            GoldenBytes auditors = new GoldenBytes()
                    .text("domain")
                    .text(text)
                    .number(Long.MIN_VALUE + length)
                    .small(length)
                    .digest(DIGEST)
                    .absent()
                    .text(text);
            assertThat(ours.hash()).as("with texts of " + length).isEqualTo(auditors.hash());
        }
    }

    @Test
    void hashingChangesNothing() {
        CanonicalBytes bytes = new CanonicalBytes("domain");
        Digest first = bytes.hash();
        assertThat(bytes.hash()).isEqualTo(first);
        assertThat(bytes.number(1).hash())
                .isEqualTo(new CanonicalBytes("domain").number(1).hash());
    }
}
