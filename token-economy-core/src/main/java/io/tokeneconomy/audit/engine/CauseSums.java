package io.tokeneconomy.audit.engine;

import io.tokeneconomy.audit.Cause;
import io.tokeneconomy.audit.TokenSum;
import io.tokeneconomy.ledger.LedgerEntry;
import java.util.EnumMap;
import java.util.Map;

/** Changes added up by their cause. */
final class CauseSums {

    private final Map<Cause, TokenSum> sums = new EnumMap<>(Cause.class);

    void add(LedgerEntry entry, TokenSum change) {
        if (!change.equals(TokenSum.ZERO)) {
            add(cause(entry), change);
        }
    }

    void add(CauseSums other) {
        other.sums.forEach(this::add);
    }

    void subtract(CauseSums other) {
        other.sums.forEach((cause, change) -> add(cause, TokenSum.ZERO.minus(change)));
    }

    TokenSum total() {
        return sums.values().stream().reduce(TokenSum.ZERO, TokenSum::plus);
    }

    Map<Cause, TokenSum> byCause() {
        return sums;
    }

    private void add(Cause cause, TokenSum change) {
        sums.merge(cause, change, TokenSum::plus);
    }

    private static Cause cause(LedgerEntry entry) {
        return switch (entry.type()) {
            case GRANT -> Cause.GRANTED;
            case PURCHASE -> Cause.PURCHASED;
            case REINSTATE -> Cause.REINSTATED;
            case TRANSFER_IN -> Cause.TRANSFERRED_IN;
            case TRANSFER_OUT -> Cause.TRANSFERRED_OUT;
            case ADJUST -> entry.amount() > 0 ? Cause.ADJUSTED_UP : Cause.ADJUSTED_DOWN;
            case SPEND, CAPTURE -> Cause.SPENT;
            case EXPIRE -> Cause.EXPIRED;
            case CLAWBACK -> Cause.CLAWED_BACK;
            case CLOSE -> entry.amount() > 0 ? Cause.WRITTEN_OFF : Cause.FORFEITED;
            case HOLD, RELEASE, TIMEOUT, EXTEND, CONFIGURE -> Cause.OFFSET;
        };
    }
}
