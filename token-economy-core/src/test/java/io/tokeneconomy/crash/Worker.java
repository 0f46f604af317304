package io.tokeneconomy.crash;

import io.tokeneconomy.error.TokenEconomyException;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Capture;
import io.tokeneconomy.ledger.Clawback;
import io.tokeneconomy.ledger.ClawbackPolicy;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Ledger;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.PlaceHold;
import io.tokeneconomy.ledger.Reinstatement;
import io.tokeneconomy.ledger.Spend;
import io.tokeneconomy.ledger.Transfer;
import io.tokeneconomy.ledger.engine.LedgerEngine;
import io.tokeneconomy.ledger.store.LedgerStore;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One of the processes: many threads that book on a few shared accounts, until standard input ends or somebody kills it.
 * Each operation that stands is written down after its outcome, so that nobody can say that it was not acknowledged.
 */
final class Worker {

    static final int THREADS = 16;
    static final int ACCOUNTS = 40;

    private final Ledger ledger;
    private final Writer acknowledged;
    private final String name;
    private volatile boolean stopping;

    private Worker(Ledger ledger, Writer acknowledged, String name) {
        this.ledger = ledger;
        this.acknowledged = acknowledged;
        this.name = name;
    }

    /** Arguments: a name that no other worker ever had, the file of what was acknowledged, and where the store is. */
    public static void main(String[] arguments) throws Exception {
        try (LedgerStore store = Place.parse(arguments[2]).open();
                LedgerEngine ledger = new LedgerEngine(store, InstantSource.system(), entry -> {});
                Writer file = Files.newBufferedWriter(
                        Path.of(arguments[1]),
                        StandardCharsets.US_ASCII,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND)) {
            new Worker(ledger, file, arguments[0]).run();
        }
    }

    static AccountId account(int number) {
        return AccountId.of(number == 0 ? "hot" : "account-" + number);
    }

    private void run() throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int number = i;
            Thread thread = new Thread(() -> book(number));
            thread.start();
            threads.add(thread);
        }
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
        stopping = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void book(int thread) {
        SplittableRandom random = new SplittableRandom(name.hashCode() * 31L + thread);
        for (int i = 0; !stopping; i++) {
            IdempotencyKey key = IdempotencyKey.of(name + "-" + thread + "-" + i);
            for (Operation operation : operations(key, random)) {
                apply(operation);
                if (random.nextInt(10) == 0) {
                    apply(operation);
                }
            }
        }
    }

    /** No more comes in than goes out, or accounts would get too many lots. */
    private static List<Operation> operations(IdempotencyKey key, SplittableRandom random) {
        AccountId account = account(random.nextInt(3) == 0 ? 0 : random.nextInt(ACCOUNTS));
        AccountId other = account(random.nextInt(ACCOUNTS));
        IdempotencyKey second = IdempotencyKey.of(key.value() + "-2");
        return switch (random.nextInt(account.equals(other) ? 4 : 5)) {
            case 0 -> List.of(Grant.of(account, 5 + random.nextInt(20), key));
            case 1 -> List.of(Spend.of(account, 1 + random.nextInt(25), key));
            case 2 -> List.of(PlaceHold.of(account, 6, key), Capture.of(account, key, 4, second));
            case 3 -> reversal(account, key, second, random.nextBoolean() ? ClawbackPolicy.DEBT : ClawbackPolicy.FLOOR);
            default -> List.of(Transfer.of(account, other, 1 + random.nextInt(9), key));
        };
    }

    /** A credit, more taken back for it than it gave, and some of that given again. */
    private static List<Operation> reversal(
            AccountId account, IdempotencyKey credit, IdempotencyKey back, ClawbackPolicy policy) {
        return List.of(
                Grant.of(account, 10, credit),
                new Clawback(account, credit, 12, back, policy, Details.NONE),
                new Reinstatement(account, credit, 2, IdempotencyKey.of(credit.value() + "-3"), Details.NONE));
    }

    private void apply(Operation operation) {
        while (true) {
            try {
                Outcome outcome = ledger.apply(operation);
                if (outcome.stands()) {
                    acknowledge(operation.key());
                }
                return;
            } catch (TokenEconomyException e) {
                if (!e.retryable()) {
                    throw e;
                }
            }
        }
    }

    private synchronized void acknowledge(IdempotencyKey key) {
        try {
            acknowledged.write(key.value() + "\n");
            acknowledged.flush();
        } catch (IOException e) {
            throw new IllegalStateException("what was acknowledged cannot be written down", e);
        }
    }
}
