package io.tokeneconomy.servlet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Files of our own, beside our classes. */
final class Resource {

    private Resource() {}

    static byte[] read(String name) {
        try (InputStream file = Resource.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("The jar lacks " + name);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }
}
