package io.tokeneconomy.example.benchmark.trial;

/** The process of one trial. */
public final class TrialMain {

    private TrialMain() {}

    /**
     * Runs a trial and ends the process: 0 when its figures are good.
     *
     * @param arguments the file with the {@link TrialSpec}, and the one to write the {@link TrialResult} to
     */
    public static void main(String[] arguments) {
        TaskProcess.run(arguments, TrialSpec.class, spec -> new Trial(spec).run());
    }
}
