package io.tokeneconomy.audit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.engine.LedgerEngine;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Page;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccountSearchTest {

    /** Ids of few letters, so that many begin alike, and pages end at every place. */
    @Property(tries = 300)
    void findsAllThatBeginSoPageAfterPage(
            @ForAll @Size(max = 20) @UniqueElements
                    List<@StringLength(min = 1, max = 4) @CharRange(from = 'a', to = 'c') String> ids,
            @ForAll @StringLength(max = 3) @CharRange(from = 'a', to = 'c') String beginning,
            @ForAll @IntRange(min = 1, max = 5) int limit) {
        try (LedgerStore store = storeOf(ids)) {
            List<String> wanted =
                    ids.stream().filter(id -> id.startsWith(beginning)).sorted().toList();
            assertThat(inPages(store, beginning, limit)).isEqualTo(wanted);
        }
    }

    @Test
    void aTextWithWhichNoIdCanBeginIsRefused() {
        try (LedgerStore store = storeOf(List.of("alice"))) {
            AccountSearch search = new AccountSearch(store, "\u0000");
            assertThatThrownBy(() -> search.page(null, 10)).isInstanceOf(InvalidValueException.class);
        }
    }

    private static LedgerStore storeOf(List<String> ids) {
        LedgerStore store = MemoryLedgerStore.create();
        LedgerEngine ledger = new LedgerEngine(store, InstantSource.system(), entry -> {});
        ids.forEach(id -> ledger.grant(AccountId.of(id), 1, IdempotencyKey.of("grant-" + id)));
        return store;
    }

    private static List<String> inPages(LedgerStore store, String beginning, int limit) {
        List<String> found = new ArrayList<>();
        @Nullable AccountId after = null;
        Page<AccountId> page;
        do {
            page = new AccountSearch(store, beginning).page(after, limit);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            for (AccountId id : page.items()) {
                found.add(id.value());
                after = id;
            }
        } while (page.hasMore());
        return found;
    }
}
