package io.tokeneconomy.ledger.engine.gather;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever stands in line is committed in its order, in batches as large as the limits allow. */
class GatherPropertiesTest {

    @Property(tries = 150)
    void batchesAreInOrderAndAsLargeAsAllowed(
            @ForAll @Size(min = 1, max = 25) List<@IntRange(max = 12) Integer> weights,
            @ForAll @IntRange(min = 1, max = 8) int operations,
            @ForAll @IntRange(min = 1, max = 20) int weight) {
        List<Request> requests = requests(weights);
        GatherOptions limits = Gathering.ONE_LANE.withOperations(operations).withWeight(weight);
        try (Gathering gathering = new Gathering(limits)) {
            Caller<String> first = gathering.hold(Request.of(-1));
            List<Caller<String>> callers = gathering.line(requests);
            gathering.work.release();
            first.result();
            assertThat(callers).extracting(Caller::result).isEqualTo(results(requests));
            List<List<Request>> batches = gathering.work.batches();
            assertThat(batches.subList(1, batches.size())).isEqualTo(expected(requests, limits));
        }
    }

    @Property(tries = 300)
    void manyOfOneCallerAreCommittedTheSameWay(
            @ForAll @Size(max = 60) List<@IntRange(max = 12) Integer> weights,
            @ForAll @IntRange(min = 1, max = 8) int operations,
            @ForAll @IntRange(min = 1, max = 20) int weight) {
        List<Request> requests = requests(weights);
        GatherOptions limits = Gathering.ONE_LANE.withOperations(operations).withWeight(weight);
        try (Gathering gathering = new Gathering(limits)) {
            assertThat(gathering.commit.submitAll(requests))
                    .extracting(Result::orElseThrow)
                    .isEqualTo(results(requests));
            assertThat(gathering.work.batches()).isEqualTo(expected(requests, limits));
        }
    }

    /** Each batch takes the longest run from the front that the limits allow, and at least one. */
    private static List<List<Request>> expected(List<Request> requests, GatherOptions limits) {
        List<List<Request>> batches = new ArrayList<>();
        int from = 0;
        while (from < requests.size()) {
            int to = from + 1;
            while (to < requests.size() && fits(requests.subList(from, to + 1), limits)) {
                to++;
            }
            batches.add(requests.subList(from, to));
            from = to;
        }
        return batches;
    }

    private static boolean fits(List<Request> batch, GatherOptions limits) {
        int weight = batch.stream().mapToInt(Request::weight).sum();
        return batch.size() <= limits.operations() && weight <= limits.weight();
    }

    private static List<Request> requests(List<Integer> weights) {
        List<Request> requests = new ArrayList<>();
        for (int weight : weights) {
            requests.add(new Request(0, requests.size(), weight));
        }
        return requests;
    }

    private static List<String> results(List<Request> requests) {
        return requests.stream().map(Request::result).toList();
    }
}
