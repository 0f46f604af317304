package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonParseException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a journal from its start. Only the last line may be torn; anything else that does not fit is refused. */
final class JournalReader {

    private static final Logger LOG = LoggerFactory.getLogger(StripeSandbox.class);

    private final Path path;
    private final Tables tables;
    private int number;

    private JournalReader(Path path, Tables tables) {
        this.path = path;
        this.tables = tables;
    }

    static void read(Path path, Tables tables) throws IOException {
        new JournalReader(path, tables).read();
    }

    private void read() throws IOException {
        boolean lastIsWhole = endsWithNewline();
        try (BufferedReader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            String next = reader.readLine();
            while (next != null) {
                String line = next;
                next = reader.readLine();
                number++;
                if (next == null && !lastIsWhole) {
                    LOG.warn("🧪 The last line of the sandbox's journal {} is torn and was left out", path);
                } else {
                    apply(line);
                }
            }
        }
    }

    private boolean endsWithNewline() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            if (file.length() == 0) {
                return true;
            }
            file.seek(file.length() - 1);
            return file.read() == '\n';
        }
    }

    private void apply(String line) {
        if (number == 1) {
            if (!JournalFormat.isHeader(line)) {
                throw new SandboxException(path + " is not a journal that this sandbox can read", false, null);
            }
            return;
        }
        try {
            tables.apply(JournalFormat.step(line));
        } catch (JsonParseException e) {
            throw new SandboxException(
                    "Line " + number + " of the sandbox's journal " + path + " is damaged", false, e);
        }
    }
}
