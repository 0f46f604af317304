package io.tokeneconomy.catalog;

/** What is on sale unless a shop has its own catalog. */
final class StandardPackages {

    private StandardPackages() {}

    static Catalog catalog() {
        return Catalog.of(
                offer("starter", "Starter", "Perfect for trying out", 50, 0, 499),
                offer("popular", "Popular", "Most popular (10% bonus)", 110, 10, 999),
                offer("pro", "Pro", "Power users (25% bonus)", 250, 50, 1_999),
                offer("creator", "Creator", "Maximum value (40% bonus)", 700, 200, 4_999));
    }

    private static TokenPackage offer(String id, String name, String description, long tokens, long bonus, long cents) {
        return TokenPackage.builder(id)
                .name(name)
                .description(description)
                .tokens(tokens)
                .bonus(bonus)
                .price(Money.of(cents, "usd"))
                .build();
    }
}
