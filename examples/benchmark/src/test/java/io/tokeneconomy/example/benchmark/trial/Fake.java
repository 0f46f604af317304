package io.tokeneconomy.example.benchmark.trial;

import io.tokeneconomy.example.benchmark.contender.Answer;
import io.tokeneconomy.example.benchmark.contender.Books;
import io.tokeneconomy.example.benchmark.contender.Contender;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A contender in memory that keeps its promises, and may be told to break one. */
class Fake implements Contender {

    private final Map<String, Long> balances = new HashMap<>();
    private final Set<String> keys = new HashSet<>();

    @Override
    public void open(List<String> accounts, long tokens) {
        accounts.forEach(account -> balances.put(account, tokens));
    }

    @Override
    public synchronized Answer spend(String account, String key) {
        if (isBooked(key)) {
            return Answer.REPLAYED;
        }
        if (!mayTake(balances.getOrDefault(account, 0L))) {
            return Answer.REFUSED;
        }
        keys.add(key);
        balances.merge(account, -1L, Long::sum);
        return Answer.BOOKED;
    }

    boolean isBooked(String key) {
        return keys.contains(key);
    }

    boolean mayTake(long balance) {
        return balance >= 1;
    }

    @Override
    public synchronized Books books(List<String> accounts) {
        return new Books(keys.size(), List.of());
    }

    @Override
    public void close() {
        // nothing is open
    }
}
