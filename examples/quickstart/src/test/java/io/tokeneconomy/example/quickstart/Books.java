package io.tokeneconomy.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Statement;
import io.tokeneconomy.ledger.store.AccountQuery;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.jdbc.JdbcLedgerStore;
import io.tokeneconomy.payment.stripe.StripeGateway;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An auditor beside the running shops: reads the database file itself. */
final class Books implements AutoCloseable {

    private final LedgerStore store;
    private final TokenEconomy economy;

    private Books(LedgerStore store) {
        this.store = store;
        this.economy = TokenEconomy.builder()
                .store(store)
                .payments(StripeGateway.of("sk_test_auditor", "whsec_auditor"))
                .baseUrl(URI.create("http://localhost"))
                .build();
    }

    static Books in(Path data) {
        return new Books(JdbcLedgerStore.sqlite(data.resolve("tokens.db")));
    }

    List<AccountId> accounts() {
        return store.accounts(AccountQuery.after(null, 100)).items();
    }

    /** {@return all of an account's entries, newest first} */
    List<LedgerEntry> entries(AccountId account) {
        List<LedgerEntry> all = new ArrayList<>();
        Statement page = economy.ledger().statement(account, 100, null);
        all.addAll(page.entries());
        while (page.nextCursor() != null) {
            page = economy.ledger().statement(account, 100, page.nextCursor());
            all.addAll(page.entries());
        }
        return all;
    }

    long balance(AccountId account) {
        return economy.ledger().balance(account).settled();
    }

    void assertAllIntact() {
        assertThat(accounts())
                .isNotEmpty()
                .allSatisfy(account ->
                        assertThat(economy.ledger().verify(account).intact()).isTrue());
    }

    @Override
    public void close() {
        economy.close();
    }
}
