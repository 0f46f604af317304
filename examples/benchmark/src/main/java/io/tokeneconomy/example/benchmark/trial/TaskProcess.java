package io.tokeneconomy.example.benchmark.trial;

import io.tokeneconomy.error.InvalidValueException;
import java.nio.file.Path;

/** A process that does one thing: reads from a file what, and writes into another what came of it. */
public final class TaskProcess {

    private TaskProcess() {}

    /**
     * Runs the task and ends the process: 0 when its figures are good.
     *
     * @param arguments the file with the specification, and the one to write the result to
     * @param type the specification's record
     * @param task what to do
     */
    public static <S> void run(String[] arguments, Class<S> type, Task<S> task) {
        int exit = 1;
        try {
            JsonFile.write(Path.of(arguments[1]), task.run(JsonFile.read(Path.of(arguments[0]), type)));
            exit = 0;
        } catch (TrialFailedException | InvalidValueException e) {
            System.out.println(e.getMessage());
        } catch (InterruptedException | RuntimeException | Error e) {
            e.printStackTrace(System.out);
        }
        System.exit(exit);
    }

    /** From a specification to a result. */
    @FunctionalInterface
    public interface Task<S> {

        /** {@return the record to write} */
        Object run(S specification) throws InterruptedException;
    }
}
