package io.tokeneconomy.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.Hold;
import io.tokeneconomy.ledger.Lot;
import io.tokeneconomy.ledger.Totals;

/** What is true of every account at any time. */
final class Soundness {

    private Soundness() {}

    static void require(Account account) {
        Totals totals = account.totals();
        long inLots = account.lots().stream().mapToLong(Lot::remaining).sum();
        long held = account.holds().stream().mapToLong(Hold::amount).sum();
        assertThat(totals.available()).as("tokens in lots of " + account).isEqualTo(inLots);
        assertThat(totals.held()).as("tokens in holds of " + account).isEqualTo(held);
        assertThat(totals.settled()).as("balance of " + account).isEqualTo(inLots + held - totals.debt());
        assertThat(Math.min(totals.debt(), totals.available()))
                .as("debt beside tokens of " + account)
                .isZero();
    }
}
