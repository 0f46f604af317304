package io.tokeneconomy.example.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders that look like a Java installation. */
final class JavaHomes {

    private JavaHomes() {}

    static Path of(Path folder, String version) {
        try {
            Path home = Files.createDirectory(folder.resolve("java-" + version));
            Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
