package io.tokeneconomy.example.benchmark.trial;

import io.tokeneconomy.example.benchmark.contender.Answer;
import io.tokeneconomy.example.benchmark.contender.Contender;

/** What every contender must hold, tried on an account with two tokens. */
final class Promises {

    /** The account that has two tokens. */
    static final String ACCOUNT = "poor";

    /** How many tokens it has, and loses. */
    static final long TOKENS = 2;

    private Promises() {}

    /** Spends both tokens, one of them twice under one key, and asks for a third. */
    static void require(Contender contender) {
        require(contender, "poor-1", Answer.BOOKED);
        require(contender, "poor-1", Answer.REPLAYED);
        require(contender, "poor-2", Answer.BOOKED);
        require(contender, "poor-3", Answer.REFUSED);
    }

    private static void require(Contender contender, String key, Answer expected) {
        Answer answer = contender.spend(ACCOUNT, key);
        if (answer != expected) {
            throw new TrialFailedException("the spend " + key + " must be " + expected + " and is " + answer);
        }
    }
}
