package io.tokeneconomy.servlet.admin.console;

import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.ledger.Configuration;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Ledger;
import io.tokeneconomy.ledger.Statement;
import io.tokeneconomy.ledger.StatementCursor;
import io.tokeneconomy.ledger.StatementQuery;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What operators did where no tokens move: entries of an account of its own, which has no tokens and whose settings stay
 * as they are. So it is as immutable, and verified, as everything else in the ledger.
 */
final class OperatorsLog {

    private static final Logger LOG = LoggerFactory.getLogger(Console.class);

    private final Ledger ledger;

    OperatorsLog(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Writes down what an operator asks for, before it is done; once for each key.
     *
     * @throws io.tokeneconomy.ledger.OperationRefusedException when the key stands for something else
     */
    void record(String operator, String what, String reason, IdempotencyKey key) {
        Audit audit = new Audit(operator, reason.isEmpty() ? what : what + ": " + reason);
        ledger.apply(new Configuration(Console.LOG, AccountSettings.DEFAULT, key, audit))
                .orElseThrow();
        tell(operator, what, key);
    }

    /** For the host's log: without the reason, which may be personal. */
    static void tell(String operator, String what, IdempotencyKey key) {
        LOG.info("🧾 Operator {}: {} ({})", operator, what, key);
    }

    Statement page(@Nullable StatementCursor cursor) {
        return ledger.statement(StatementQuery.of(Console.LOG).limit(50).at(cursor));
    }
}
