package io.tokeneconomy.audit;

import io.tokeneconomy.ledger.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last line of a checkpoint.
 *
 * @param sha256 of all bytes before this line
 * @param signature Ed25519 over {@link #message}, in Base64
 */
public record CheckpointSeal(Digest sha256, String signature) {

    private static final Pattern TEXT =
            Pattern.compile("\\{\"sha256\":\"([0-9a-f]{64})\",\"signature\":\"([A-Za-z0-9+/]{86}==)\"}");

    /** {@return the seal with these bytes as its signature} */
    public static CheckpointSeal of(Digest sha256, byte[] signature) {
        return new CheckpointSeal(sha256, Base64.getEncoder().encodeToString(signature));
    }

    /** {@return what is signed: {@code token-economy-checkpoint 1 sha256:}, the hash and a line feed, in ASCII} */
    public static byte[] message(Digest sha256) {
        return ("token-economy-checkpoint 1 sha256:" + sha256.hex() + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** {@return the signature's bytes} */
    public byte[] signatureBytes() {
        return Base64.getDecoder().decode(signature);
    }

    /** {@return the line of a checkpoint, without its end} */
    public String text() {
        return "{\"sha256\":\"" + sha256.hex() + "\",\"signature\":\"" + signature + "\"}";
    }

    /** {@return what {@link #text()} wrote; empty when the text is not exactly that} */
    public static Optional<CheckpointSeal> parse(String text) {
        Matcher found = TEXT.matcher(text);
        return found.matches()
                ? Optional.of(new CheckpointSeal(Digest.ofHex(found.group(1)), found.group(2)))
                        .filter(seal -> of(seal.sha256(), seal.signatureBytes()).equals(seal))
                : Optional.empty();
    }
}
