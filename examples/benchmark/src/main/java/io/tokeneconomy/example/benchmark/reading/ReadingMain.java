package io.tokeneconomy.example.benchmark.reading;

import io.tokeneconomy.example.benchmark.trial.TaskProcess;

/** The process that reads. */
public final class ReadingMain {

    private ReadingMain() {}

    /**
     * Reads and ends the process: 0 when what was read was right.
     *
     * @param arguments the file with the {@link ReadingSpec}, and the one to write the {@link ReadingResult} to
     */
    public static void main(String[] arguments) {
        TaskProcess.run(arguments, ReadingSpec.class, spec -> new Reading(spec).run());
    }
}
