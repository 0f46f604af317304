package io.tokeneconomy.example.benchmark.trial;

import io.tokeneconomy.example.benchmark.contender.Answer;
import io.tokeneconomy.example.benchmark.contender.Contender;
import io.tokeneconomy.example.benchmark.contender.ContentionException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Spends again and again, each time under a new key, and asks again under the same key until it has an answer. */
final class Caller {

    private static final int LONGEST_PAUSE_NANOS = 5_000_000;

    private final Contender contender;
    private final List<String> accounts;
    private final String keys;
    private final SplittableRandom random;
    private final Tally tally;
    private long acknowledged;
    private long retries;
    private long unresolved;

    /**
     * @param keys what its keys begin with
     * @param seed decides the accounts it takes from
     */
    Caller(Contender contender, List<String> accounts, String keys, long seed, Tally tally) {
        this.contender = contender;
        this.accounts = accounts;
        this.keys = keys;
        this.random = new SplittableRandom(seed);
        this.tally = tally;
    }

    /** Spends until the window closes, or another caller has failed. */
    void spend(Window window, BooleanSupplier stopped) {
        long begun = System.nanoTime();
        for (long operation = 0; !window.isOver(begun) && !stopped.getAsBoolean(); operation++) {
            boolean answered = book(keys + operation, window, stopped);
            long ended = System.nanoTime();
            if (answered) {
                tally.add(window, begun, ended);
            }
            begun = ended;
        }
    }

    private boolean book(String key, Window window, BooleanSupplier stopped) {
        String account = accounts.get(random.nextInt(accounts.size()));
        for (boolean again = false; !stopped.getAsBoolean(); again = true) {
            try {
                require(contender.spend(account, key), key, again);
                acknowledged++;
                return true;
            } catch (ContentionException e) {
                if (window.givesUp(System.nanoTime())) {
                    break;
                }
                retries++;
                LockSupport.parkNanos(random.nextInt(LONGEST_PAUSE_NANOS));
            }
        }
        unresolved++;
        return false;
    }

    private static void require(Answer answer, String key, boolean again) {
        boolean fine = answer == Answer.BOOKED || (again && answer == Answer.REPLAYED);
        if (!fine) {
            throw new TrialFailedException("the spend " + key + ", never answered before, is " + answer);
        }
    }

    Tally tally() {
        return tally;
    }

    long acknowledged() {
        return acknowledged;
    }

    long retries() {
        return retries;
    }

    long unresolved() {
        return unresolved;
    }
}
