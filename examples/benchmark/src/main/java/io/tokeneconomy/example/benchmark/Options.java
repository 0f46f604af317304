package io.tokeneconomy.example.benchmark;

import io.tokeneconomy.error.InvalidValueException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What to measure, from the environment variable {@code BENCH}.
 *
 * @param stages {@code store}: on which stores, with the contenders asked for; {@code postgresql} by default
 * @param shapes {@code shapes}: how callers meet; {@code many,hot} by default
 * @param callers {@code callers}: how many spend at once; {@code 1,64,256} by default
 * @param seconds {@code seconds}: how long a trial measures; 4 by default
 * @param compile {@code compile}: how many seconds a trial waits at most for the JIT compiler to come to rest; 60 by
 *     default
 * @param warmup {@code warmup}: how many seconds a trial runs after that before it measures; 2 by default
 * @param trials {@code trials}: how often each contender runs; 3 by default, 0 to measure reading only
 * @param statement {@code statement}: how many entries the history has whose reading is measured, 0 for none; 0 by
 *     default
 * @param accounts {@code accounts}: how many accounts {@code many} are; 10,000 by default
 * @param virtualThreads {@code threads}: whether callers are virtual threads; {@code platform} by default
 * @param outbox {@code outbox}: whether ours has a subscriber that is told of every spend through its durable
 *     outbox; {@code off} by default
 * @param jdk {@code jdk}: the home of the Java that trials run on; by default the one that runs the benchmark
 */
public record Options(
        List<Stage> stages,
        List<Shape> shapes,
        List<Integer> callers,
        int seconds,
        int compile,
        int warmup,
        int trials,
        int statement,
        int accounts,
        boolean virtualThreads,
        boolean outbox,
        Path jdk) {

    private static final String CONTENDERS = "contenders";
    private static final String THREADS = "threads";
    private static final String TRIALS = "trials";
    private static final String STATEMENT = "statement";
    private static final int SHORTEST_STATEMENT = 1_000;
    private static final int LONGEST_STATEMENT = 10_000_000;
    private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

    /** @throws InvalidValueException when options do not go together, or the Java has not what they need */
    public Options {
        stages = List.copyOf(stages);
        shapes = List.copyOf(shapes);
        callers = List.copyOf(callers);
        requireSomethingToMeasure(trials, statement);
        requireOurs(stages, statement);
        int version = JavaHome.version(jdk);
        if (virtualThreads && version < FIRST_WITH_VIRTUAL_THREADS) {
            throw new InvalidValueException(
                    THREADS,
                    "virtual",
                    "platform, as Java " + version + " has no virtual threads; jdk=… may name a newer one");
        }
    }

    /**
     * {@return the options that the environment asks for}
     *
     * @throws InvalidValueException with the option's name, when it is unknown or its value is not allowed
     */
    public static Options from(Map<String, String> environment) {
        OptionReader reader = new OptionReader(environment.getOrDefault("BENCH", ""));
        Options options = new Options(
                competing(reader),
                reader.several("shapes", List.of(Shape.values()), "many,hot"),
                reader.numbers("callers", 10_000, "1,64,256"),
                reader.number("seconds", 1, 600, 4),
                reader.number("compile", 0, 600, 60),
                reader.number("warmup", 0, 600, 2),
                reader.number(TRIALS, 0, 99, 3),
                reader.number(STATEMENT, 0, LONGEST_STATEMENT, 0),
                reader.number("accounts", 1, 1_000_000, 10_000),
                reader.either(THREADS, "platform", "virtual"),
                reader.either("outbox", "off", "on"),
                JavaHome.of(reader.text("jdk", "")));
        reader.requireAllRead();
        return options;
    }

    private static List<Stage> competing(OptionReader reader) {
        List<Stage> stages = reader.several("store", Stages.ALL, "postgresql");
        List<String> known = stages.stream()
                .flatMap(stage -> stage.entrants().stream())
                .map(Entrant::name)
                .distinct()
                .toList();
        List<String> wanted = reader.several(CONTENDERS, known, String.join(",", known));
        return stages.stream().map(stage -> stage.with(wanted)).toList();
    }

    private static void requireSomethingToMeasure(int trials, int statement) {
        if (statement > 0 && statement < SHORTEST_STATEMENT) {
            throw new InvalidValueException(
                    STATEMENT, String.valueOf(statement), "0, or " + SHORTEST_STATEMENT + " to " + LONGEST_STATEMENT);
        }
        if (trials == 0 && statement == 0) {
            throw new InvalidValueException(TRIALS, String.valueOf(trials), "1 to 99, or 0 with statement=…");
        }
    }

    private static void requireOurs(List<Stage> stages, int statement) {
        if (statement > 0 && stages.stream().anyMatch(stage -> stage.ours().isEmpty())) {
            throw new InvalidValueException(
                    STATEMENT, String.valueOf(statement), "0, as ours is not among the contenders");
        }
    }

    /** {@return how many accounts are spent from} */
    public int accounts(Shape shape) {
        return shape == Shape.HOT ? 1 : accounts;
    }

    /** {@return how many trials there will be} */
    public int allTrials() {
        int eachTime =
                stages.stream().mapToInt(stage -> stage.entrants().size()).sum();
        return eachTime * shapes.size() * callers.size() * trials;
    }

    /** {@return what all trials have in common} */
    public String summary() {
        return String.format(
                Locale.ROOT,
                "%seach contender %d × %d s, after %d s of warm-up; many = %,d accounts; callers are %s threads of Java %d;"
                        + " outbox %s",
                statement > 0 ? String.format(Locale.ROOT, "a history of %,d entries; ", statement) : "",
                trials,
                seconds,
                warmup,
                accounts,
                virtualThreads ? "virtual" : "platform",
                JavaHome.version(jdk),
                outbox ? "on" : "off");
    }
}
