package io.tokeneconomy.ledger.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.stream.JsonReader;
import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.StoreException;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.sqlite.SQLiteDataSource;

/** What cannot be opened is refused with a reason, at once and not at the first sale. */
@Timeout(60)
class JdbcOpeningTest {

    @TempDir
    Path directory;

    @Test
    void aMissingDirectoryIsRefused() {
        assertThatThrownBy(() ->
                        JdbcLedgerStore.sqlite(directory.resolve("missing").resolve("ledger.db")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("a directory that exists");
        assertThatThrownBy(() -> JdbcLedgerStore.sqlite(directory)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void aPathMayHoldAnyCharacter() {
        Path odd = directory.resolve("50% of ä?mode=memory&x=#1.db");
        try (JdbcLedgerStore store = JdbcLedgerStore.sqlite(odd)) {
            assertThat(store.read(Scope.NOTHING)).isNotNull();
        }
        assertThat(odd).exists();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void newFilesAreForTheirOwnerOnly() throws IOException {
        try (JdbcLedgerStore store = JdbcLedgerStore.sqlite(file())) {
            store.update(Scope.NOTHING, before -> Changes.none(""));
            for (String name : List.of("ledger.db", "ledger.db-wal", "ledger.db-shm")) {
                assertThat(permissions(directory.resolve(name))).as(name).isEqualTo("rw-------");
            }
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileThatIsThereKeepsItsPermissions() throws IOException {
        Files.createFile(file());
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-rw----"));
        JdbcLedgerStore.sqlite(file()).close();
        assertThat(permissions(file())).isEqualTo("rw-rw----");
    }

    @Test
    void aMissingDriverIsNamedAndNoFileIsLeft() throws Exception {
        List<URL> jars = new ArrayList<>();
        for (Class<?> needed : List.of(JdbcLedgerStore.class, Logger.class, JsonReader.class)) {
            jars.add(needed.getProtectionDomain().getCodeSource().getLocation());
        }
        try (URLClassLoader bare = new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Method opening = bare.loadClass(JdbcLedgerStore.class.getName()).getMethod("sqlite", Path.class);
            assertThatThrownBy(() -> opening.invoke(null, file()))
                    .cause()
                    .hasMessageContaining("org.xerial:sqlite-jdbc")
                    .satisfies(e -> assertThat(e.getClass().getName()).isEqualTo(StoreException.class.getName()));
        }
        assertThat(file()).doesNotExist();
    }

    @Test
    void aFileThatIsNoDatabaseIsRefused() throws IOException {
        Files.writeString(file(), "this is a text and certainly not a database, however long one looks at it");
        assertThatThrownBy(() -> JdbcLedgerStore.sqlite(file()))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.retryable()).isFalse());
    }

    @Test
    void aDatabaseThatCanOnlyBeReadIsRefused() {
        JdbcLedgerStore.sqlite(file()).close();
        SQLiteDataSource source = Sources.file(file());
        source.setReadOnly(true);
        assertThatThrownBy(() -> JdbcLedgerStore.on(source))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.retryable()).isFalse())
                .hasMessageContaining("only be read");
    }

    @Test
    void aDatabaseInMemoryIsRefused() {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite::memory:");
        assertThatThrownBy(() -> JdbcLedgerStore.on(source))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("use a file");
    }

    @Test
    void anUnknownDatabaseIsRefusedNamingThoseThatAreSupported() {
        assertThatThrownBy(() -> JdbcLedgerStore.on(sourceOf("Oracle")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("Oracle")
                .hasMessageContaining("SQLite");
    }

    private Path file() {
        return directory.resolve("ledger.db");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static DataSource sourceOf(String productName) {
        DatabaseMetaData about = proxy(DatabaseMetaData.class, (method, arguments) -> productName);
        Connection connection =
                proxy(Connection.class, (method, arguments) -> method.getName().equals("getMetaData") ? about : null);
        return proxy(DataSource.class, (method, arguments) -> connection);
    }

    private interface Answer {
        @Nullable
        Object to(Method method, Object[] arguments) throws ReflectiveOperationException;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                JdbcOpeningTest.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answer.to(method, arguments)));
    }
}
