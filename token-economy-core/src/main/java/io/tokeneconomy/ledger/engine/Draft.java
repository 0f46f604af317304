package io.tokeneconomy.ledger.engine;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Digest;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.rules.Books;
import io.tokeneconomy.ledger.rules.Decision;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.Snapshot;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot with decisions on top that are not written yet, so that several operations can be decided one after
 * another and written together. Not thread-safe.
 */
public final class Draft implements Books {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Snapshot snapshot;
    private final Function<AccountId, Digest> salts;
    private final Map<AccountId, Account> accounts = new LinkedHashMap<>();
    private final Map<IdempotencyKey, LedgerEntry> byKey = new HashMap<>();
    private final List<LedgerEntry> entries = new ArrayList<>();

    /** @param snapshot what is written already */
    public Draft(Snapshot snapshot) {
        this(snapshot, account -> randomSalt());
    }

    /**
     * @param snapshot what is written already
     * @param salts gives accounts without entries their salt
     */
    public Draft(Snapshot snapshot, Function<AccountId, Digest> salts) {
        this.snapshot = snapshot;
        this.salts = salts;
    }

    @Override
    public Account account(AccountId id) {
        Account drafted = accounts.get(id);
        if (drafted != null) {
            return drafted;
        }
        Account account = snapshot.account(id);
        return account.sequence() == 0 ? account.withSalt(salts.apply(id)) : account;
    }

    @Override
    public Optional<LedgerEntry> entry(IdempotencyKey key) {
        LedgerEntry drafted = byKey.get(key);
        return drafted == null ? snapshot.entry(key) : Optional.of(drafted);
    }

    /** Puts a decision on top. */
    public void take(Decision decision) {
        take(decision.accounts(), decision.entries());
    }

    /** Puts accounts in their new state and their new entries on top. */
    public void take(List<Account> changed, List<LedgerEntry> booked) {
        changed.forEach(account -> accounts.put(account.id(), account));
        booked.forEach(entry -> byKey.put(entry.key(), entry));
        entries.addAll(booked);
    }

    /** {@return everything that was taken, with a result} */
    public <R extends @Nullable Object> Changes<R> changes(R result) {
        return Changes.none(result).booking(List.copyOf(accounts.values()), entries);
    }

    private static Digest randomSalt() {
        byte[] bytes = new byte[Digest.LENGTH];
        RANDOM.nextBytes(bytes);
        return Digest.of(bytes);
    }
}
