package io.tokeneconomy.example.benchmark.trial;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/** Knows when the JIT compiler has little left to do. */
final class JitRest {

    private static final long LOOK_MILLIS = 1_000;
    private static final long LITTLE_MILLIS = 100;
    private static final int QUIET_LOOKS = 3;

    private JitRest() {}

    /**
     * {@return whether the compiler worked less than a tenth of three seconds in a row, before the time was up} One quiet
     * second may only mean that the callers were stuck.
     */
    static boolean await(int mostSeconds) throws InterruptedException {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(mostSeconds);
        int quiet = 0;
        while (quiet < QUIET_LOOKS && System.nanoTime() - end < 0) {
            long before = compiler.getTotalCompilationTime();
            Thread.sleep(LOOK_MILLIS);
            quiet = compiler.getTotalCompilationTime() - before > LITTLE_MILLIS ? 0 : quiet + 1;
        }
        return quiet == QUIET_LOOKS;
    }
}
