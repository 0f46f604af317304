package io.tokeneconomy.example.benchmark.trial;

/**
 * What one trial has to do.
 *
 * @param name its name, unique in a run
 * @param contenderClass the class of the contender
 * @param url where its books are
 * @param outbox whether ours has a subscriber to its durable outbox
 * @param accounts how many accounts are spent from, evenly
 * @param callers how many spend at the same time
 * @param virtualThreads whether callers are virtual threads
 * @param compileSeconds how long the JIT compiler is waited for at most
 * @param warmupSeconds how long they spend before it counts
 * @param seconds how long it counts
 */
public record TrialSpec(
        String name,
        String contenderClass,
        String url,
        boolean outbox,
        int accounts,
        int callers,
        boolean virtualThreads,
        int compileSeconds,
        int warmupSeconds,
        int seconds) {}
