package io.tokeneconomy.example.benchmark.trial;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Records in JSON files. */
public final class JsonFile {

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private JsonFile() {}

    /** Writes a record. */
    public static void write(Path file, Object value) {
        try {
            Files.writeString(file, GSON.toJson(value) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the record that was written there} */
    public static <T> T read(Path file, Class<T> type) {
        try {
            return GSON.fromJson(Files.readString(file), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
