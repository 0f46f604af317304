package io.tokeneconomy.example.benchmark.trial;

import io.tokeneconomy.error.InvalidValueException;
import java.nio.file.Path;

/** The process of one trial. */
public final class TrialMain {

    private TrialMain() {}

    /**
     * Runs a trial and ends the process: 0 when its figures are good.
     *
     * @param arguments the file with the {@link TrialSpec}, and the one to write the {@link TrialResult} to
     */
    public static void main(String[] arguments) {
        int exit = 1;
        try {
            TrialSpec spec = JsonFile.read(Path.of(arguments[0]), TrialSpec.class);
            JsonFile.write(Path.of(arguments[1]), new Trial(spec).run());
            exit = 0;
        } catch (TrialFailedException | InvalidValueException e) {
            System.out.println(e.getMessage());
        } catch (InterruptedException | RuntimeException | Error e) {
            e.printStackTrace(System.out);
        }
        System.exit(exit);
    }
}
