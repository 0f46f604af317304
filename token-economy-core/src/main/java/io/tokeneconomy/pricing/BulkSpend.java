package io.tokeneconomy.pricing;

import io.tokeneconomy.ledger.BulkIncompleteException;
import io.tokeneconomy.ledger.BulkIncompleteException.Result;
import io.tokeneconomy.ledger.Ledger;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Uses that are paid for together. Those that were paid for before, at another price, are asked for again at that one. */
final class BulkSpend {

    private final Ledger ledger;
    private final Function<Use, Price> pricing;

    BulkSpend(Ledger ledger, Function<Use, Price> pricing) {
        this.ledger = ledger;
        this.pricing = pricing;
    }

    List<Outcome> spend(List<Use> uses) {
        List<Price> prices = uses.stream().map(pricing).toList();
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < uses.size(); i++) {
            operations.add(Prices.operation(uses.get(i), prices.get(i)));
        }
        List<Result> results = new ArrayList<>(apply(operations));
        Map<Integer, Operation> paid = new TreeMap<>();
        for (int i = 0; i < uses.size(); i++) {
            int index = i;
            asPaid(uses.get(i), prices.get(i), results.get(i)).ifPresent(operation -> paid.put(index, operation));
        }
        if (!paid.isEmpty()) {
            var again = apply(List.copyOf(paid.values())).iterator();
            paid.keySet().forEach(index -> results.set(index, again.next()));
        }
        return BulkIncompleteException.requireComplete(results);
    }

    private static Optional<Operation> asPaid(Use use, Price price, Result result) {
        return result instanceof Result.Known known ? Prices.asPaid(use, price, known.outcome()) : Optional.empty();
    }

    private List<Result> apply(List<Operation> operations) {
        try {
            return ledger.apply(operations).stream()
                    .<Result>map(Result.Known::new)
                    .toList();
        } catch (BulkIncompleteException e) {
            return e.results();
        }
    }
}
