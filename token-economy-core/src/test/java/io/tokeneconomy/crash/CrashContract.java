package io.tokeneconomy.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.Verification;
import io.tokeneconomy.ledger.engine.LedgerEngine;
import io.tokeneconomy.ledger.store.EntryQuery;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Four processes of 16 threads each on one store. Five times one of them is killed at a random moment, in the middle of
 * whatever it does, and another takes its place.
 */
public abstract class CrashContract {

    private static final int PROCESSES = 4;
    private static final int ROUNDS = 5;

    @TempDir
    protected Path directory;

    /** Where the store is; the same place each time. */
    protected abstract Place place();

    @Test
    void whatWasAcknowledgedStandsOnceHoweverManyProcessesAreKilled() throws Exception {
        place().open().close();
        Path acknowledged = directory.resolve("acknowledged");
        Files.createFile(acknowledged);
        runAndKill(acknowledged);
        try (LedgerStore store = place().open();
                LedgerEngine ledger = new LedgerEngine(store, InstantSource.system(), entry -> {})) {
            Map<String, Integer> booked = verifiedKeys(store, ledger);
            assertThat(booked.values()).as("each key once").containsOnly(1);
            TreeSet<String> lost = new TreeSet<>(Files.readAllLines(acknowledged));
            assertThat(lost).as("work was done").hasSizeGreaterThan(500);
            lost.removeAll(booked.keySet());
            assertThat(lost).as("acknowledged, but not in the ledger").isEmpty();
            requireNoLockLeft(ledger);
        }
    }

    private void runAndKill(Path acknowledged) throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(4711);
        List<Process> processes = new ArrayList<>();
        int started = 0;
        while (started < PROCESSES) {
            processes.add(start("w" + started++, acknowledged));
        }
        for (int round = 0; round < ROUNDS; round++) {
            TimeUnit.MILLISECONDS.sleep(1_500 + random.nextInt(1_000));
            int victim = random.nextInt(PROCESSES);
            assertThat(processes.get(victim).isAlive())
                    .as("it ran until it was killed")
                    .isTrue();
            processes.get(victim).destroyForcibly().waitFor();
            processes.set(victim, start("w" + started++, acknowledged));
        }
        TimeUnit.SECONDS.sleep(2);
        for (Process process : processes) {
            process.getOutputStream().close();
        }
        for (Process process : processes) {
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as("it ends by itself")
                    .isTrue();
            assertThat(process.exitValue()).isZero();
        }
    }

    private Process start(String name, Path acknowledged) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Worker.class.getName(),
                        name,
                        acknowledged.toString(),
                        place().url())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static Map<String, Integer> verifiedKeys(LedgerStore store, LedgerEngine ledger) {
        Map<String, Integer> keys = new HashMap<>();
        for (int number = 0; number < Worker.ACCOUNTS; number++) {
            AccountId account = Worker.account(number);
            assertThat(ledger.verify(account)).isInstanceOf(Verification.Intact.class);
            long last = 0;
            Page<LedgerEntry> page;
            do {
                page = store.entries(EntryQuery.after(account, last, EntryQuery.MAX_LIMIT));
                for (LedgerEntry entry : page.items()) {
                    keys.merge(entry.key().value(), 1, Integer::sum);
                    last = entry.sequence();
                }
            } while (page.hasMore());
        }
        return keys;
    }

    private static void requireNoLockLeft(LedgerEngine ledger) {
        for (int number = 0; number < Worker.ACCOUNTS; number++) {
            Grant grant = Grant.of(Worker.account(number), 1, IdempotencyKey.of("last-" + number));
            assertThat(ledger.apply(grant)).isInstanceOf(Outcome.Applied.class);
        }
    }
}
