package io.tokeneconomy.example.benchmark.trial;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/** Knows when the JIT compiler has little left to do. */
final class JitRest {

    private static final long LOOK_MILLIS = 1_000;
    private static final long LITTLE_MILLIS = 100;

    private JitRest() {}

    /** {@return whether the compiler worked less than a tenth of the last second, before the time was up} */
    static boolean await(int mostSeconds) throws InterruptedException {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(mostSeconds);
        long worked;
        do {
            long before = compiler.getTotalCompilationTime();
            Thread.sleep(LOOK_MILLIS);
            worked = compiler.getTotalCompilationTime() - before;
        } while (worked > LITTLE_MILLIS && System.nanoTime() - end < 0);
        return worked <= LITTLE_MILLIS;
    }
}
