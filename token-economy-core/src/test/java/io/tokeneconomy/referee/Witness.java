package io.tokeneconomy.referee;

import io.tokeneconomy.referee.Judge.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Shows one request of each shape to the judge, counts them all, and writes down what came of it when the tests are over.
 * Only requests that were accepted are shown: what a test means to be refused is no request of ours. Thread-safe.
 */
final class Witness {

    /** The one of the whole test process; tells nobody where the environment names no judge. */
    static final Witness OF_THE_SUITE = ofTheSuite();

    private static final Path SUMMARY = Path.of("target", "stripe-referee.txt");

    /** A type of events that a test makes up for a Stripe of the future; no judge of today knows it. */
    private static final String NOT_YET_AT_STRIPE = "newer.than_the_library";

    private final @Nullable Function<Request, Verdict> judge;

    /** The threads of a server are interrupted when its test is over. */
    private final ExecutorService later = Executors.newSingleThreadExecutor(Witness::inTheBackground);

    private final Map<String, Verdict> verdicts = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> requests = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> shapes = new ConcurrentHashMap<>();

    Witness(@Nullable Function<Request, Verdict> judge) {
        this.judge = judge;
    }

    private static Thread inTheBackground(Runnable work) {
        Thread thread = new Thread(work, "stripe-referee");
        thread.setDaemon(true);
        return thread;
    }

    private static Witness ofTheSuite() {
        String referee = System.getenv("STRIPE_REFEREE");
        if (referee == null) {
            return new Witness(null);
        }
        Witness witness = new Witness(new Judge(URI.create(referee), description())::of);
        Runtime.getRuntime().addShutdownHook(new Thread(witness::writeDown));
        return witness;
    }

    static Description description() {
        Path material = Path.of(System.getenv("STRIPE_MATERIAL"), "api", "subset_2026-07-29.dahlia.openapi.json");
        try {
            return Description.read(material);
        } catch (IOException e) {
            throw new UncheckedIOException("no description of Stripe's API", e);
        }
    }

    void saw(Request request) {
        if (judge == null || !request.isForStripe()) {
            return;
        }
        requests.computeIfAbsent(request.route(), any -> new LongAdder()).increment();
        if (request.body().contains(NOT_YET_AT_STRIPE)) {
            return;
        }
        boolean isNew = shapes.computeIfAbsent(request.route(), any -> ConcurrentHashMap.newKeySet())
                .add(request.shape());
        if (isNew) {
            later.execute(() -> verdicts.put(request.shape(), judge.apply(request)));
        }
    }

    /** One line for each route, and one for each shape that was refused. */
    List<String> summary() {
        CompletableFuture.runAsync(() -> {}, later).join();
        Set<String> lines = new TreeSet<>();
        new TreeMap<>(requests).forEach((route, count) -> lines.add(line(route, count.longValue())));
        shapes.values().stream().flatMap(Set::stream).forEach(shape -> {
            Verdict verdict = verdicts.get(shape);
            if (verdict == null || verdict.kind() == Verdict.Kind.REFUSED) {
                String reason = verdict == null ? "the judge did not answer" : verdict.reason();
                lines.add("REFUSED " + shape + ": " + reason.replaceAll("\\s+", " "));
            }
        });
        return List.copyOf(lines);
    }

    private String line(String route, long count) {
        Set<String> seen = shapes.getOrDefault(route, Set.of());
        boolean described = seen.stream()
                .map(verdicts::get)
                .anyMatch(verdict -> verdict != null && verdict.kind() == Verdict.Kind.DESCRIBED);
        return route + ": " + count + " requests, " + seen.size() + " shapes"
                + (described ? ", unknown to the judge and held against the description of the API" : "");
    }

    private void writeDown() {
        try {
            Files.createDirectories(SUMMARY.getParent());
            Files.write(SUMMARY, summary());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
