package io.tokeneconomy.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.rules.Answers;
import io.tokeneconomy.ledger.rules.Histories;
import io.tokeneconomy.ledger.rules.PureLedger;
import io.tokeneconomy.ledger.rules.Step;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** A store and the pure rules agree on every history: same outcomes, same balances, same entries. */
@Domain(Histories.class)
public abstract class StoreHistories {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** {@return the store, the same for all histories} */
    protected abstract LedgerStore store();

    /** A store that is slow to test overrides this with fewer tries. */
    @Property(tries = 1_000)
    protected void everyHistoryEndsAsThePureRulesSay(@ForAll List<Step> steps) {
        String name = "h" + NUMBER.incrementAndGet();
        PureLedger pure = new PureLedger();
        Bookkeeper books = new Bookkeeper(store());
        for (Histories.Request request : Histories.requests(name, steps)) {
            assertThat(Answers.of(() -> books.apply(request.operation(), request.now())))
                    .isEqualTo(Answers.of(() -> pure.apply(request.operation(), request.now())));
        }
        for (AccountId id : Histories.accounts(name)) {
            assertThat(books.account(id)).isEqualTo(pure.account(id));
            assertThat(books.history(id)).isEqualTo(pure.history(id));
            assertThat(books.verify(id).intact()).isTrue();
        }
    }
}
