package io.tokeneconomy.example.benchmark;

import io.tokeneconomy.error.InvalidValueException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** A Java installation. */
final class JavaHome {

    private static final String ALLOWED = "the home of a Java 17 or newer";

    private JavaHome() {}

    /** {@return the home that was asked for, or this process's own when none was} */
    static Path of(String asked) {
        Path home = Path.of(asked.isEmpty() ? System.getProperty("java.home") : asked);
        if (version(home) < 17) {
            throw new InvalidValueException("jdk", asked, ALLOWED);
        }
        return home;
    }

    /** {@return its feature version, such as 17} */
    static int version(Path home) {
        try (Reader release = Files.newBufferedReader(home.resolve("release"))) {
            Properties properties = new Properties();
            properties.load(release);
            String version = properties.getProperty("JAVA_VERSION", "0").replace("\"", "");
            return Runtime.Version.parse(version).feature();
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidValueException("jdk", home.toString(), ALLOWED);
        }
    }
}
