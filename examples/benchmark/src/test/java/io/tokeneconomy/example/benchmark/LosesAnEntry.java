package io.tokeneconomy.example.benchmark;

import io.tokeneconomy.example.benchmark.contender.Answer;
import io.tokeneconomy.example.benchmark.contender.Books;
import io.tokeneconomy.example.benchmark.contender.Contender;
import io.tokeneconomy.example.benchmark.contender.Place;
import io.tokeneconomy.example.benchmark.contender.sql.SqliteSingle;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Acknowledges every spend, and does not write the fifth. */
public final class LosesAnEntry implements Contender {

    private final Contender honest;
    private final AtomicInteger spends = new AtomicInteger();

    /** @param place a file */
    public LosesAnEntry(Place place) {
        honest = new SqliteSingle(place);
    }

    @Override
    public Answer spend(String account, String key) {
        return spends.incrementAndGet() == 5 ? Answer.BOOKED : honest.spend(account, key);
    }

    @Override
    public void open(List<String> accounts, long tokens) {
        honest.open(accounts, tokens);
    }

    @Override
    public Books books(List<String> accounts) {
        return honest.books(accounts);
    }

    @Override
    public void close() {
        honest.close();
    }
}
