package io.tokeneconomy.servlet.admin.console;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;

/** After a booking: the customer's page, which shows the entry. */
final class Booked {

    private Booked() {}

    static Answer redirect(AccountId account, IdempotencyKey key) {
        return new Answer.Redirect(
                "customer?account=" + Figures.query(account.value()) + "&done=" + Figures.query(key.value()));
    }
}
