package io.tokeneconomy.example.benchmark;

import io.tokeneconomy.example.benchmark.contender.Contender;

/**
 * Who competes.
 *
 * @param name its name in options and output
 * @param type the class that a trial's process makes one of
 */
public record Entrant(String name, Class<? extends Contender> type) {

    @Override
    public String toString() {
        return name;
    }
}
