package io.tokeneconomy.example.benchmark.trial;

import io.tokeneconomy.example.benchmark.contender.Books;

/** Holds the books against what callers were told. */
final class Audit {

    private Audit() {}

    /**
     * Passes when the books are in order in themselves, and have each acknowledged spend once. A spend whose caller never
     * got an answer may be there or not.
     */
    static void require(Books books, long acknowledged, long unresolved) {
        if (!books.faults().isEmpty()) {
            throw new TrialFailedException("books have " + books.faults().size() + " faults, such as: "
                    + books.faults().get(0));
        }
        if (books.spends() < acknowledged || books.spends() > acknowledged + unresolved) {
            throw new TrialFailedException(acknowledged + " spends were acknowledged, " + unresolved
                    + " got no answer, but the books have " + books.spends());
        }
    }
}
