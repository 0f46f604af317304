package io.tokeneconomy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the tests' log says since this was made. */
public final class TestLog {

    private static final Path FILE = Path.of("target", "tests.log");

    private final int begin;

    public TestLog() throws IOException {
        this.begin = lines().size();
    }

    /** The messages since then, without time, thread and logger. */
    public List<String> messages() throws IOException {
        List<String> lines = lines();
        return lines.subList(begin, lines.size()).stream()
                .map(line -> line.substring(line.indexOf(" - ") + 3))
                .toList();
    }

    private static List<String> lines() throws IOException {
        return Files.exists(FILE) ? Files.readAllLines(FILE) : List.of();
    }
}
