package io.tokeneconomy.example.benchmark.trial;

import io.tokeneconomy.example.benchmark.contender.Books;
import io.tokeneconomy.example.benchmark.contender.Contender;
import io.tokeneconomy.example.benchmark.contender.Contenders;
import io.tokeneconomy.example.benchmark.contender.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;

/**
 * One trial:
 *
 * <ol>
 *   <li>opens the accounts;
 *   <li>lets some callers spend until the JIT compiler has come to rest, so that nobody is measured half compiled;
 *   <li>lets the callers asked for spend, first unmeasured, then measured;
 *   <li>tries the contender's promises;
 *   <li>checks the books.
 * </ol>
 */
final class Trial {

    private static final long TOKENS = 1_000_000_000;
    private static final int COMPILING_CALLERS = 16;

    private final TrialSpec spec;

    Trial(TrialSpec spec) {
        this.spec = spec;
    }

    /** {@return the figures} Throws when the books do not add up. */
    TrialResult run() throws InterruptedException {
        List<String> accounts = IntStream.range(0, spec.accounts())
                .mapToObj(number -> "account-" + number)
                .toList();
        try (Contender contender = contender()) {
            contender.open(accounts, TOKENS);
            contender.open(List.of(Promises.ACCOUNT), Promises.TOKENS);
            Load first = new Load("compile", COMPILING_CALLERS, spec.compileSeconds(), 0, contender, accounts);
            Load load = new Load("spend", spec.callers(), spec.warmupSeconds(), spec.seconds(), contender, accounts);
            boolean compiled = spend(first, load);
            Promises.require(contender);
            return result(load, compiled, audited(contender, accounts, List.of(first, load)));
        }
    }

    private boolean spend(Load first, Load load) throws InterruptedException {
        ExecutorService threads = Threads.of(spec.virtualThreads());
        try {
            boolean compiled = spec.compileSeconds() > 0 && first.runUntilCompiled(threads);
            load.run(threads);
            return compiled;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Books audited(Contender contender, List<String> accounts, List<Load> loads) {
        List<String> all = new ArrayList<>(accounts);
        all.add(Promises.ACCOUNT);
        long acknowledged = loads.stream().mapToLong(Load::acknowledged).sum();
        long unresolved = loads.stream().mapToLong(Load::unresolved).sum();
        Books books = contender.books(all);
        Audit.require(books, acknowledged + Promises.TOKENS, unresolved);
        return books;
    }

    private TrialResult result(Load load, boolean compiled, Books books) {
        Latency latency = load.latency();
        return new TrialResult(
                spec.name(),
                Runtime.version().toString(),
                compiled,
                (double) latency.count() / spec.seconds(),
                latency,
                load.perSecond(),
                books.spends(),
                load.retries(),
                load.unresolved());
    }

    private Contender contender() {
        return Contenders.open(spec.contenderClass(), Contender.class, new Place(spec.url(), spec.outbox()));
    }
}
