package io.tokeneconomy.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionTest {

    private static final int ENOUGH = 17 << 20;

    @TempDir
    private Path folder;

    private Path path;
    private FileJournal journal;

    @BeforeEach
    void open() {
        path = folder.resolve("sandbox.journal");
        journal = FileJournal.open(path, new Tables());
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private static Change customer(String id, int length) {
        JsonObject value = new JsonObject();
        value.addProperty("id", id);
        value.addProperty("name", "x".repeat(length));
        return new Change(Kind.CUSTOMER, id, value);
    }

    private void write(Change change) {
        journal.sync(journal.append(List.of(change)));
    }

    /** A folder that is not empty, where the new file would have to be. */
    private void obstruct() throws IOException {
        Files.createDirectories(folder.resolve("sandbox.journal.new/in-the-way"));
    }

    private void clear() throws IOException {
        Files.delete(folder.resolve("sandbox.journal.new/in-the-way"));
        Files.delete(folder.resolve("sandbox.journal.new"));
    }

    private List<String> reopened() {
        journal.close();
        Tables tables = new Tables();
        journal = FileJournal.open(path, tables);
        return tables.all().stream().map(Change::id).toList();
    }

    @Test
    void afterACompactionThatFailedTheOldFileIsKeptAndWrittenOn() throws IOException {
        write(customer("cus_1", 1));
        obstruct();
        journal.compact(List.of(customer("cus_1", 1)));
        write(customer("cus_2", 1));
        journal.compact(List.of(customer("cus_1", 1), customer("cus_2", 1)));
        write(customer("cus_3", 1));
        clear();
        assertThat(reopened()).containsExactlyInAnyOrder("cus_1", "cus_2", "cus_3");
    }

    @Test
    void itIsTriedAgainWhenTheFileHasGrownFurther() throws IOException {
        write(customer("cus_1", ENOUGH));
        assertThat(journal.wantsCompaction()).isTrue();
        obstruct();
        journal.compact(List.of(customer("cus_1", 1)));
        assertThat(journal.wantsCompaction()).isFalse();
        write(customer("cus_1", ENOUGH));
        assertThat(journal.wantsCompaction()).isTrue();
        clear();
        journal.compact(List.of(customer("cus_1", 1)));
        assertThat(Files.size(path)).isLessThan(1_000);
        write(customer("cus_2", 1));
        assertThat(reopened()).containsExactlyInAnyOrder("cus_1", "cus_2");
    }
}
