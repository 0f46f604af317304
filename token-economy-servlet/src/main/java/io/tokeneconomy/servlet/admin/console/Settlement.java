package io.tokeneconomy.servlet.admin.console;

import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.reconcile.ParkedPayments;
import io.tokeneconomy.reconcile.ParkedResult;

/** What an operator may decide about a parked payment for a reason alone. */
enum Settlement {
    REFUND(
            "refund",
            "refund",
            "refunded",
            "Give the payment back?",
            "All that is left of it goes back to the payer. This cannot be undone.") {
        @Override
        boolean isDone(ParkedResult result) {
            return result instanceof ParkedResult.Refunded;
        }

        @Override
        ParkedResult decide(ParkedPayments parked, String session, Audit audit) {
            return parked.refund(session);
        }
    },
    DISMISSAL(
            "dismiss",
            "dismissal",
            "dismissed",
            "Take the payment off the list?",
            "Neither tokens nor money move, now or by themselves later. For payments that were credited or given back"
                    + " elsewhere.") {
        @Override
        boolean isDone(ParkedResult result) {
            return result instanceof ParkedResult.Dismissed;
        }

        @Override
        ParkedResult decide(ParkedPayments parked, String session, Audit audit) {
            return parked.dismiss(session, audit);
        }
    };

    private final String verb;
    private final String noun;
    private final String done;
    private final String question;
    private final String effect;

    Settlement(String verb, String noun, String done, String question, String effect) {
        this.verb = verb;
        this.noun = noun;
        this.done = done;
        this.question = question;
        this.effect = effect;
    }

    /** Carries it out. */
    abstract ParkedResult decide(ParkedPayments parked, String session, Audit audit);

    /** Whether it was carried out, now or before. */
    abstract boolean isDone(ParkedResult result);

    /** Its address in the console. */
    String place() {
        return verb;
    }

    /** What is done, at the beginning of a title. */
    String title() {
        return Character.toUpperCase(verb.charAt(0)) + verb.substring(1);
    }

    String noun() {
        return noun;
    }

    /** The parameter that tells the list of it. */
    String done() {
        return done;
    }

    String question() {
        return question;
    }

    String effect() {
        return effect;
    }
}
