package io.tokeneconomy.ledger.engine;

import io.tokeneconomy.ledger.Charge;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.Hold;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger knows of a charge.
 *
 * @param settled the entry under the charge's own key; null while there is none
 * @param attempts how often tokens were set aside for it
 * @param latest the entry of the latest time; null when there is none
 * @param open the latest time's hold while it is open; null otherwise
 */
record ChargeState(
        @Nullable LedgerEntry settled,
        int attempts,
        @Nullable LedgerEntry latest,
        @Nullable Hold open) {

    /** Nearly every charge is paid for at its first attempt: only after this many all of them are read. */
    private static final int FIRST_LOOK = 4;

    private static final Set<EntryType> PAID = Set.of(EntryType.CAPTURE, EntryType.SPEND, EntryType.RELEASE);

    static ChargeState of(Charge charge, LedgerStore store, Instant now) {
        ChargeState first = of(charge, store, FIRST_LOOK, now);
        return first.attempts < FIRST_LOOK ? first : of(charge, store, LedgerLimits.MAX_CHARGE_ATTEMPTS, now);
    }

    /** A key that a plain spend took tokens under is paid for as well: hosts move from spends to charges. */
    static boolean pays(LedgerEntry entry, Charge charge) {
        return entry.account().equals(charge.account()) && PAID.contains(entry.type());
    }

    /** The entry that makes it impossible to charge this account under this key. */
    @Nullable
    LedgerEntry conflict(Charge charge) {
        if (settled != null) {
            return pays(settled, charge) ? null : settled;
        }
        return latest == null || latest.account().equals(charge.account()) ? null : latest;
    }

    private static ChargeState of(Charge charge, LedgerStore store, int most, Instant now) {
        List<IdempotencyKey> keys = new ArrayList<>();
        for (int attempt = 1; attempt <= most; attempt++) {
            keys.add(new ChargeHold(charge, attempt).key());
        }
        keys.add(charge.key());
        Snapshot found = store.read(Scope.of(Set.of(charge.account()), keys));
        LedgerEntry settled = found.entry(charge.key()).orElse(null);
        int attempts = attempts(found, keys.subList(0, most));
        if (attempts == 0) {
            return new ChargeState(settled, 0, null, null);
        }
        IdempotencyKey latest = keys.get(attempts - 1);
        Optional<Hold> open = found.account(charge.account()).hold(latest).filter(hold -> !hold.expiredAt(now));
        return new ChargeState(settled, attempts, found.entry(latest).orElse(null), open.orElse(null));
    }

    /** They have no gaps: an attempt begins only when the one before it is over. */
    private static int attempts(Snapshot found, List<IdempotencyKey> holds) {
        int attempts = 0;
        while (attempts < holds.size() && found.entry(holds.get(attempts)).isPresent()) {
            attempts++;
        }
        return attempts;
    }
}
