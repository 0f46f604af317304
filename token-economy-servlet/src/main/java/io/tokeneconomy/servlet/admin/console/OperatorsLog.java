package io.tokeneconomy.servlet.admin.console;

import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.ledger.Configuration;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Ledger;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.Statement;
import io.tokeneconomy.ledger.StatementCursor;
import io.tokeneconomy.ledger.StatementQuery;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
     * Writes down what an operator asks for, before it is done; once for each key. A reason that goes beyond what an entry
     * holds is cut.
     *
     * @throws io.tokeneconomy.ledger.OperationRefusedException when the key stands for something else
     */
    void record(String operator, String what, String reason, IdempotencyKey key) {
        Audit audit = new Audit(operator, cut(reason.isEmpty() ? what : what + ": " + reason));
        ledger.apply(new Configuration(Console.LOG, AccountSettings.DEFAULT, key, audit))
                .orElseThrow();
        tell(operator, what, key);
    }

    /** The same for what may be refused, and be asked for again in the same form for another reason: once for each. */
    void recordAttempt(String operator, String what, String reason, IdempotencyKey key) {
        record(operator, what, reason, IdempotencyKey.of(key.value() + "-" + digest(what + "\n" + reason)));
    }

    private static String cut(String text) {
        if (text.length() <= LedgerLimits.MAX_DESCRIPTION) {
            return text;
        }
        int end = LedgerLimits.MAX_DESCRIPTION - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** For the host's log: without the reason, which may be personal. */
    static void tell(String operator, String what, IdempotencyKey key) {
        LOG.info("🧾 Operator {}: {} ({})", operator, what, key);
    }

    Statement page(@Nullable StatementCursor cursor) {
        return ledger.statement(StatementQuery.of(Console.LOG).limit(50).at(cursor));
    }
}
