package io.tokeneconomy.example.benchmark.contender;

/**
 * Where a contender keeps its books.
 *
 * @param url a database of its own, empty; a JDBC URL where there is a driver
 * @param outbox whether ours has a subscriber to its durable outbox
 */
public record Place(String url, boolean outbox) {

    /** {@return the URL without that beginning} */
    public String after(String prefix) {
        if (!url.startsWith(prefix)) {
            throw new IllegalArgumentException(url + " does not start with " + prefix);
        }
        return url.substring(prefix.length());
    }
}
