package io.tokeneconomy.example.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A random key in a file that only its owner can read. Every secret of the shop is derived from it, so that sign-ins and
 * webhooks outlive a restart, and hold for all processes on one folder. Thread-safe.
 */
final class ShopKey {

    private static final int BYTES = 32;
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    private ShopKey(byte[] bytes) {
        this.key = new SecretKeySpec(bytes, HMAC);
    }

    /** {@return the key in that file, made up when there is none} A half-written one was never used and is replaced. */
    static synchronized ShopKey in(Path file) {
        Set<StandardOpenOption> options =
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, DataFolder.ownerOnly(file, "rw-------"))) {
            channel.lock(); // until the channel is closed
            DataFolder.hide(file);
            return new ShopKey(channel.size() < BYTES ? create(channel) : read(channel));
        } catch (IOException e) {
            throw new UncheckedIOException("The shop's key " + file + " cannot be used", e);
        }
    }

    private static byte[] create(FileChannel channel) throws IOException {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            channel.write(left, left.position());
        }
        channel.force(true);
        return bytes;
    }

    private static byte[] read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {
            // a read may bring less than asked for
        }
        return bytes.array();
    }

    /** {@return 32 bytes for that purpose} */
    byte[] derive(String purpose) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }
}
