package io.tokeneconomy.example.quickstart;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes ledger keys from what clients send. The ledger's keys are unique over all users, clients' are not. */
final class RequestKey {

    private static final Pattern ALLOWED = Pattern.compile("[ -~]{1,200}");

    private RequestKey() {}

    /** {@return the key of a user's request: stable for a given header, random without one; empty for a wrong header} */
    static Optional<IdempotencyKey> of(AccountId user, @Nullable String header) {
        if (header == null) {
            return Optional.of(IdempotencyKey.of("demo-" + UUID.randomUUID()));
        }
        return ALLOWED.matcher(header).matches() ? Optional.of(scoped(user, header)) : Optional.empty();
    }

    private static IdempotencyKey scoped(AccountId user, String header) {
        byte[] scope = (user.value() + "\n" + header).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(scope);
            return IdempotencyKey.of("demo-" + HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
