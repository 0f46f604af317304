package io.tokeneconomy.example.benchmark.reading;

import io.tokeneconomy.example.benchmark.trial.Latency;

/**
 * How long reads took, one caller alone.
 *
 * @param name its name
 * @param java the version of Java it ran on
 * @param entries how many entries the long history has
 * @param firstPage the newest entries of the long history
 * @param middlePage as many in its middle half, at another place each time
 * @param longBalance the balance of the long history's account
 * @param shortBalance the balance of an account with a short history
 */
public record ReadingResult(
        String name,
        String java,
        long entries,
        Latency firstPage,
        Latency middlePage,
        Latency longBalance,
        Latency shortBalance) {}
