package io.tokeneconomy.ledger.engine.gather;

/** What is left of the calling thread's stack. */
final class Headroom {

    /** Several times as many as leading a lane takes, beside the work, and handing it over. Every caller pays for them. */
    private static final int CALLS = 200;

    private Headroom() {}

    /**
     * Overflows now rather than later, when a lane would be left led for ever.
     *
     * @throws StackOverflowError when hardly anything is left
     */
    static void require() {
        descend(CALLS);
    }

    private static int descend(int calls) {
        return calls == 0 ? 0 : 1 + descend(calls - 1);
    }
}
