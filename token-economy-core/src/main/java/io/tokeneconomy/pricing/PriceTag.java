package io.tokeneconomy.pricing;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.Details;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What an entry's metadata says of the price: everybody who reads the statement sees how an amount came about. */
final class PriceTag {

    private static final String OPERATION = "operation";
    private static final String QUANTITY = "quantity";
    private static final String PRICE = "price";
    private static final String FROM = "price-from";

    private PriceTag() {}

    /** The host's details with the tag. */
    static Details on(Details details, Price price, long quantity) {
        Map<String, String> metadata = new TreeMap<>(details.metadata());
        metadata.put(OPERATION, price.operation());
        metadata.put(QUANTITY, String.valueOf(quantity));
        metadata.put(PRICE, price.text());
        if (!price.from().equals(Instant.EPOCH)) {
            metadata.put(FROM, price.from().toString());
        }
        return details.withMetadata(metadata);
    }

    /** The price on a tag; empty when there is none of that operation, or it is none of ours. */
    static Optional<Price> read(String operation, Details details) {
        Map<String, String> metadata = details.metadata();
        String text = metadata.get(PRICE);
        if (text == null || !operation.equals(metadata.get(OPERATION))) {
            return Optional.empty();
        }
        String from = metadata.get(FROM);
        try {
            return Optional.of(PriceText.version(operation, from == null ? text : text + " from " + from));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    static void requireUntagged(Details details) {
        for (String name : List.of(OPERATION, QUANTITY, PRICE, FROM)) {
            if (details.metadata().containsKey(name)) {
                throw new InvalidValueException("metadata key", name, "a name that the price's tag does not use");
            }
        }
    }
}
