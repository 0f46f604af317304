package io.tokeneconomy.example.benchmark.report;

/**
 * What is compared with each other: the same work for all contenders.
 *
 * @param shape how callers met
 * @param callers how many there were
 */
record Group(String shape, int callers) {}
