package io.tokeneconomy.example.benchmark.reading;

/**
 * What to read.
 *
 * @param name its name, unique in a run
 * @param contenderClass the class of ours on this store
 * @param url where its books are
 * @param entries how many entries the long history has
 */
public record ReadingSpec(String name, String contenderClass, String url, long entries) {}
