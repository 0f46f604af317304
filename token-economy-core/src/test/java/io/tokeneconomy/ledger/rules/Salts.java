package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Salts that follow from the account's id, so that two ledgers of one history have the same hashes. */
public final class Salts {

    private Salts() {}

    /** {@return the account's salt} */
    public static Digest of(AccountId account) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return Digest.of(sha256.digest(account.value().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
