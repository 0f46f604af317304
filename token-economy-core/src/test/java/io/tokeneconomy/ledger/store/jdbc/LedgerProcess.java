package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Spend;
import io.tokeneconomy.ledger.store.Bookkeeper;
import io.tokeneconomy.ledger.store.Samples;
import io.tokeneconomy.ledger.store.Together;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process of its own that books on a file with many threads and prints the key of each operation once it is booked.
 * Arguments: file, name, threads, operations per thread, accounts (1: one hot account).
 */
final class LedgerProcess {

    private final Process process;

    private LedgerProcess(Process process) {
        this.process = process;
    }

    static LedgerProcess start(Path file, String name, int threads, int operations, int accounts) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-XX:TieredStopAtLevel=1",
                LedgerProcess.class.getName(),
                file.toString(),
                name,
                Integer.toString(threads),
                Integer.toString(operations),
                Integer.toString(accounts));
        try {
            return new LedgerProcess(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The keys it acknowledges, as they come, until it ends. */
    BufferedReader acknowledged() {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Waits for its end. */
    int exitCode() {
        try {
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the process does not end");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Like {@code kill -9}; through the handle, because the process itself would close our end of its output. */
    void kill() {
        process.toHandle().destroyForcibly();
    }

    public static void main(String[] args) {
        int threads = Integer.parseInt(args[2]);
        int operations = Integer.parseInt(args[3]);
        int accounts = Integer.parseInt(args[4]);
        try (JdbcLedgerStore store = JdbcLedgerStore.sqlite(Path.of(args[0]))) {
            Bookkeeper books = new Bookkeeper(store);
            Together.run(threads, thread -> {
                for (int i = 0; i < operations; i++) {
                    AccountId account = AccountId.of("account-" + (thread * operations + i / 2) % accounts);
                    book(books, IdempotencyKey.of(args[1] + "-" + thread + "-" + i), account, i % 2 == 0);
                }
                return thread;
            });
        }
    }

    /** Each thread gives what it spends next: no account runs dry, and none gathers lots without end. */
    private static void book(Bookkeeper books, IdempotencyKey key, AccountId account, boolean gives) {
        Operation operation = gives ? Grant.of(account, 1, key) : Spend.of(account, 1, key);
        books.apply(operation, Samples.NOW).orElseThrow();
        synchronized (System.out) {
            System.out.println(key);
            System.out.flush();
        }
    }
}
