package io.tokeneconomy.example.benchmark.reading;

import io.tokeneconomy.example.benchmark.trial.Latency;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** Reads that take turns, so that drift of the machine hits all alike. */
final class Rounds {

    private final History longer;
    private final History shorter;
    private final List<Runnable> reads;
    private final Random random = new Random(1);
    private final LongStream.Builder firstPages = LongStream.builder();
    private final LongStream.Builder middlePages = LongStream.builder();
    private final LongStream.Builder longBalances = LongStream.builder();
    private final LongStream.Builder shortBalances = LongStream.builder();

    Rounds(History longer, History shorter) {
        this.longer = longer;
        this.shorter = shorter;
        this.reads =
                Arrays.asList(this::readFirstPage, this::readMiddlePage, this::readLongBalance, this::readShortBalance);
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

    /** In another order each time: what is read first may find the caches as a page has left them. */
    private void round() {
        Collections.shuffle(reads, random);
        reads.forEach(Runnable::run);
    }

    private void readFirstPage() {
        firstPages.add(nanos(longer::readFirstPage));
    }

    private void readMiddlePage() {
        long quarter = longer.entries() / 4;
        long newest = random.nextLong(quarter, longer.entries() - quarter);
        middlePages.add(nanos(() -> longer.readPageFrom(newest)));
    }

    private void readLongBalance() {
        longBalances.add(nanos(longer::readBalance));
    }

    private void readShortBalance() {
        shortBalances.add(nanos(shorter::readBalance));
    }

    private static long nanos(Runnable read) {
        long begun = System.nanoTime();
        read.run();
        return System.nanoTime() - begun;
    }
}
