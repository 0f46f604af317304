package io.tokeneconomy.audit;

import io.tokeneconomy.ledger.Digest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Verifies a checkpoint by itself, without any ledger: that it is complete, that its sums are right, and that it is
 * signed. Reads line by line, so that one of any size takes the same memory.
 */
public final class CheckpointVerifier {

    private static final int MAX_LINE = 500;

    private final InputStream in;
    private final PublicKey key;
    private final Consumer<? super CheckpointLine> accounts;
    private final MessageDigest sha256 = Ed25519.sha256();
    private CheckpointTotals counted = CheckpointTotals.NOTHING;
    private String line = "";
    private long number;

    private CheckpointVerifier(InputStream in, PublicKey key, Consumer<? super CheckpointLine> accounts) {
        this.in = new BufferedInputStream(in);
        this.key = key;
        this.accounts = accounts;
    }

    /** {@return what is in a checkpoint} See {@link #verify(InputStream, PublicKey, Consumer)}. */
    public static CheckpointSummary verify(InputStream in, PublicKey key) throws IOException {
        return verify(in, key, account -> {});
    }

    /**
     * {@return what is in a checkpoint that is as it was signed}
     *
     * @param in the checkpoint; not closed
     * @param key the Ed25519 key that it must be signed with
     * @param accounts told each account; what it was told means nothing when this method throws
     * @throws InvalidCheckpointException when it is none, was altered, or was not signed with that key
     * @throws io.tokeneconomy.error.InvalidValueException when the key is no Ed25519 key
     * @throws IOException when it cannot be read
     */
    public static CheckpointSummary verify(InputStream in, PublicKey key, Consumer<? super CheckpointLine> accounts)
            throws IOException {
        Ed25519.requireEd25519(key);
        return new CheckpointVerifier(in, key, accounts).verify();
    }

    private CheckpointSummary verify() throws IOException {
        next();
        CheckpointHeader header = expected(CheckpointHeader::parse, "no checkpoint of version 1 begins so");
        require(header.keyId().equals(Ed25519.keyId(key)), "another key signed it: " + header.keyId());
        hash();
        next();
        while (line.startsWith("{\"account\":")) {
            CheckpointLine account = expected(CheckpointLine::parse, "no account");
            counted = sum(account);
            accounts.accept(account);
            hash();
            next();
        }
        CheckpointTotals totals = expected(CheckpointTotals::parse, "neither an account nor the totals");
        require(totals.equals(counted), "the accounts do not add up to it");
        hash();
        return new CheckpointSummary(header.at(), header.keyId(), totals, seal());
    }

    private Digest seal() throws IOException {
        next();
        CheckpointSeal seal = expected(CheckpointSeal::parse, "no signature");
        Digest computed = Digest.of(sha256.digest());
        require(seal.sha256().equals(computed), "the lines before have another hash, " + computed);
        require(
                Ed25519.isSigned(key, CheckpointSeal.message(computed), seal.signatureBytes()),
                "the signature is not of this key");
        number++;
        require(in.read() < 0, "more follows the signature");
        return computed;
    }

    /** Whoever has the file can write numbers into it that no ledger adds up to. */
    private CheckpointTotals sum(CheckpointLine account) {
        try {
            return counted.plus(account);
        } catch (ArithmeticException e) {
            throw new InvalidCheckpointException(number, "the accounts add up to more than 64 bits hold");
        }
    }

    private void hash() {
        sha256.update(line.getBytes(StandardCharsets.ISO_8859_1));
        sha256.update((byte) '\n');
    }

    private void next() throws IOException {
        number++;
        StringBuilder text = new StringBuilder();
        int read = in.read();
        while (read != '\n') {
            require(read >= 0, "it ends too early");
            require(text.length() < MAX_LINE, "it is too long");
            text.append((char) read);
            read = in.read();
        }
        line = text.toString();
    }

    private <T> T expected(Function<String, Optional<T>> parse, String otherwise) {
        return parse.apply(line).orElseThrow(() -> new InvalidCheckpointException(number, otherwise));
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new InvalidCheckpointException(number, otherwise);
        }
    }
}
