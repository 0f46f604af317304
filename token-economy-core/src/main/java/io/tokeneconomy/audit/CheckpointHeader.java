package io.tokeneconomy.audit;

import io.tokeneconomy.internal.Micros;
import io.tokeneconomy.ledger.Digest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first line of a checkpoint.
 *
 * @param at as of when it was taken
 * @param keyId SHA-256 of the public key in its X.509 form
 */
public record CheckpointHeader(Instant at, Digest keyId) {

    private static final String BEGINNING = "{\"format\":\"token-economy-checkpoint\",\"version\":1,\"at\":\"";
    private static final Pattern TEXT =
            Pattern.compile(Pattern.quote(BEGINNING) + "([-0-9T:.]{26}Z)\",\"key\":\"([0-9a-f]{64})\"}");

    /** {@return the line of a checkpoint, without its end} */
    public String text() {
        return BEGINNING + Micros.text(at) + "\",\"key\":\"" + keyId.hex() + "\"}";
    }

    /** {@return what {@link #text()} wrote; empty when the text is not exactly that} */
    public static Optional<CheckpointHeader> parse(String text) {
        Matcher found = TEXT.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            CheckpointHeader header = new CheckpointHeader(Instant.parse(found.group(1)), Digest.ofHex(found.group(2)));
            return Optional.of(header).filter(same -> same.text().equals(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
