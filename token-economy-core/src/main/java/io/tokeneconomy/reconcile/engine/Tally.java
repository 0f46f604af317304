package io.tokeneconomy.reconcile.engine;

import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.reconcile.Counts;
import io.tokeneconomy.reconcile.Difference;
import io.tokeneconomy.reconcile.Report;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a run has seen and found so far. Not thread-safe. */
final class Tally {

    /** Most ids that are remembered: beyond it a few payments are looked at twice, and paid orders one by one. */
    private static final int MAX_REMEMBERED = 100_000;

    private final Set<String> paidSessions = new HashSet<>();
    private final Set<String> payments = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, Difference> differences = new LinkedHashMap<>();
    private long found;
    private long sessions;
    private long others;
    private long refunded;
    private long disputed;
    private long orders;

    void sawSession(boolean isOurs) {
        sessions++;
        others += isOurs ? 0 : 1;
    }

    void sawPaid(CheckoutSession session) {
        if (paidSessions.size() < MAX_REMEMBERED) {
            paidSessions.add(session.id());
        }
        String payment = session.refs().paymentIntentId();
        if (session.reversed() && payment != null) {
            isNew(payment);
        }
    }

    boolean isPaid(String sessionId) {
        return paidSessions.contains(sessionId);
    }

    void sawRefunded() {
        refunded++;
    }

    void sawDisputed() {
        disputed++;
    }

    void sawOrder() {
        orders++;
    }

    /** Whether a payment has to be looked at, for the first time in this run as far as it is remembered. */
    boolean isNew(String payment) {
        return payments.size() < MAX_REMEMBERED ? payments.add(payment) : !payments.contains(payment);
    }

    /** What is found of a checkout again is the same thing seen from another list, and better known. */
    void found(Difference difference) {
        String name = difference.kind() + " " + difference.sessionId()
                + (difference.sessionId() == null ? difference.paymentId() : "");
        found += isNewName(name) ? 1 : 0;
        if (differences.containsKey(name) || differences.size() < Report.MAX_DIFFERENCES) {
            differences.put(name, difference);
        }
    }

    private boolean isNewName(String name) {
        return names.size() < MAX_REMEMBERED ? names.add(name) : !names.contains(name);
    }

    long found() {
        return found;
    }

    List<Difference> differences() {
        return List.copyOf(differences.values());
    }

    Counts counts(long requests) {
        return new Counts(sessions, others, refunded, disputed, orders, requests);
    }
}
