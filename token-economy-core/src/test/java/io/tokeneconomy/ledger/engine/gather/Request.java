package io.tokeneconomy.ledger.engine.gather;

import java.util.List;
import java.util.stream.IntStream;

/** A request for an account, told apart by its id. */
record Request(int account, int id, int weight) {

    static Request of(int id) {
        return new Request(0, id, 1);
    }

    static Request weighing(int weight) {
        return new Request(0, 0, weight);
    }

    /** Ids {@code from} to {@code to}, all of one account. */
    static List<Request> range(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(Request::of).toList();
    }

    /** No other request results in this. */
    String result() {
        return "result " + id;
    }
}
