package io.tokeneconomy.catalog;

/** Packages for tests. */
final class Packages {

    private Packages() {}

    /** A complete package of 50 tokens for $9.99, to be changed by the test. */
    static TokenPackage.Builder offer(String id) {
        return TokenPackage.builder(id).name(id).tokens(50).price(Money.of(999, "usd"));
    }
}
