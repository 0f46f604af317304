package io.tokeneconomy.audit.engine;

import io.tokeneconomy.audit.CheckpointFinding;
import io.tokeneconomy.audit.CheckpointLine;
import io.tokeneconomy.audit.PseudonymKey;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.engine.History;
import io.tokeneconomy.ledger.store.AccountQuery;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Page;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the accounts of a checkpoint in a store. A name does not tell the id, so that the accounts of the store are gone
 * through and named, once for every {@link #CHUNK} lines at most: a checkpoint is in the store's order, each chunk goes on
 * where the one before was found, and ends as soon as it is all found. Accounts erased since are looked up first.
 */
final class CheckpointComparison {

    /** Lines kept in memory at a time. */
    static final int CHUNK = 50_000;

    private static final int PAGE = 500;

    private final LedgerStore store;
    private final PseudonymKey names;
    private final Consumer<? super CheckpointFinding> findings;
    private final int chunk;
    private final Map<String, CheckpointLine> wanted = new LinkedHashMap<>();
    private @Nullable AccountId reached;

    CheckpointComparison(
            LedgerStore store, PseudonymKey names, Consumer<? super CheckpointFinding> findings, int chunk) {
        this.store = store;
        this.names = names;
        this.findings = findings;
        this.chunk = chunk;
    }

    void accept(CheckpointLine line) {
        wanted.merge(line.name(), line, (a, b) -> a.sequence() > b.sequence() ? a : b);
        if (wanted.size() >= chunk) {
            finish();
        }
    }

    /** Looks for all that is still wanted. */
    void finish() {
        findErased();
        findByWalk();
        findErased();
        wanted.values().forEach(line -> report(line, null, "no account has this name"));
        wanted.clear();
    }

    private void findErased() {
        List<String> all = new ArrayList<>(wanted.keySet());
        for (int i = 0; i < all.size(); i += PAGE) {
            List<AccountId> ids = all.subList(i, Math.min(i + PAGE, all.size())).stream()
                    .map(name -> AccountId.of(PseudonymKey.ERASED + name))
                    .toList();
            Snapshot states = store.read(Scope.of(ids, Set.of()));
            ids.stream().filter(id -> states.account(id).sequence() > 0).forEach(this::check);
        }
    }

    private void findByWalk() {
        AccountId last = reached;
        boolean more = true;
        while (more && !wanted.isEmpty()) {
            Page<AccountId> page = store.accounts(AccountQuery.after(last, PAGE));
            for (AccountId id : page.items()) {
                last = id;
                if (!PseudonymKey.isPseudonym(id) && check(id)) {
                    reached = id;
                }
            }
            more = page.hasMore();
        }
    }

    private boolean check(AccountId id) {
        CheckpointLine line = wanted.remove(names.name(id));
        if (line == null) {
            return false;
        }
        Optional<LedgerEntry> entry = new History(store, id).find(line.sequence());
        if (entry.isEmpty()) {
            report(line, id, "the entry is gone");
        } else if (!entry.get().seal().hash().equals(line.hash())) {
            report(line, id, "the entry has another hash: the history up to it was rewritten");
        } else if (!entry.get().movement().after().equals(line.totals())
                || !entry.get().at().equals(line.at())) {
            report(line, id, "the entry has other numbers");
        }
        return true;
    }

    private void report(CheckpointLine line, @Nullable AccountId id, String reason) {
        findings.accept(new CheckpointFinding(line.name(), id, line.sequence(), reason));
    }
}
