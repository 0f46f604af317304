package io.tokeneconomy.catalog;

import io.tokeneconomy.error.InvalidValueException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Reads the properties file of a catalog: UTF-8, at most 256 KiB, no key twice. */
final class CatalogFile {

    static final int MAX_BYTES = 256 * 1024;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CatalogFile() {}

    /**
     * The properties in a file.
     *
     * @param field who named the file, for the error
     */
    static Properties read(String field, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException("the file has more than " + MAX_BYTES + " bytes");
            }
            // the decoder of a charset refuses malformed bytes, new String() would hide them
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            Properties properties = new NoKeyTwice();
            properties.load(new StringReader(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text));
            return properties;
        } catch (InvalidValueException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw refused(field, file, e);
        }
    }

    static InvalidValueException refused(String field, Object file, Exception cause) {
        InvalidValueException refusal =
                new InvalidValueException(field, file, "a readable properties file in UTF-8 of at most 256 KiB");
        refusal.initCause(cause);
        return refusal;
    }

    /** {@link Properties#load} would silently keep the last of two values. */
    private static final class NoKeyTwice extends Properties {

        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Object put(Object key, Object value) {
            if (containsKey(key)) {
                throw new InvalidValueException("catalog key", key, "each key once");
            }
            return super.put(key, value);
        }
    }
}
