package io.tokeneconomy.example.benchmark.reading;

import io.tokeneconomy.example.benchmark.trial.Latency;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** Reads that take turns, so that drift of the machine hits all alike. */
final class Rounds {

    private final History longer;
    private final History shorter;
    private final SplittableRandom random = new SplittableRandom(1);
    private final LongStream.Builder firstPages = LongStream.builder();
    private final LongStream.Builder middlePages = LongStream.builder();
    private final LongStream.Builder longBalances = LongStream.builder();
    private final LongStream.Builder shortBalances = LongStream.builder();

    Rounds(History longer, History shorter) {
        this.longer = longer;
        this.shorter = shorter;
    }

    /** Reads until so many rounds are done or the time is up, at least once. */
    void run(int rounds, int mostSeconds) {
        long begun = System.nanoTime();
        long most = TimeUnit.SECONDS.toNanos(mostSeconds);
        for (int round = 0; round == 0 || (round < rounds && System.nanoTime() - begun < most); round++) {
            round();
        }
    }

    ReadingResult result(ReadingSpec spec) {
        return new ReadingResult(
                spec.name(),
                Runtime.version().toString(),
                spec.entries(),
                Latency.of(firstPages.build()),
                Latency.of(middlePages.build()),
                Latency.of(longBalances.build()),
                Latency.of(shortBalances.build()));
    }

    private void round() {
        long quarter = longer.entries() / 4;
        long newest = random.nextLong(quarter, longer.entries() - quarter);
        firstPages.add(nanos(longer::readFirstPage));
        middlePages.add(nanos(() -> longer.readPageFrom(newest)));
        longBalances.add(nanos(longer::readBalance));
        shortBalances.add(nanos(shorter::readBalance));
    }

    private static long nanos(Runnable read) {
        long begun = System.nanoTime();
        read.run();
        return System.nanoTime() - begun;
    }
}
