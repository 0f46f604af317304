package io.tokeneconomy.audit;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.AccountId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The host's secret that turns account ids into pseudonyms. Whoever has it can tell which pseudonym an id has, but not
 * the other way round; whoever has not learns nothing. Keep it as long as pseudonyms are to be found again, and forget
 * it when they are not. Thread-safe.
 */
public final class PseudonymKey {

    /** Fewest bytes of a key. */
    public static final int MIN_LENGTH = 32;

    /** What an erased account's id begins with. */
    public static final String ERASED = "erased-";

    private static final String HMAC = "HmacSHA256";
    private static final Pattern PSEUDONYM = Pattern.compile(ERASED + "[0-9a-f]{64}");

    private final SecretKeySpec key;

    private PseudonymKey(SecretKeySpec key) {
        this.key = key;
    }

    /**
     * {@return the key with these bytes, copied}
     *
     * @param secret random bytes
     * @throws InvalidValueException when there are fewer than {@value #MIN_LENGTH}
     */
    public static PseudonymKey of(byte[] secret) {
        if (secret.length < MIN_LENGTH) {
            throw new InvalidValueException(
                    "pseudonym key", secret.length + " bytes", "at least " + MIN_LENGTH + " random bytes");
        }
        return new PseudonymKey(new SecretKeySpec(secret, HMAC));
    }

    /** {@return whether the id is an erased account's} */
    public static boolean isPseudonym(AccountId account) {
        return PSEUDONYM.matcher(account.value()).matches();
    }

    /** {@return what the account is called once it is erased: {@code erased-} and {@link #name}} */
    public AccountId pseudonym(AccountId account) {
        return AccountId.of(ERASED + name(account));
    }

    /**
     * {@return the account's name in checkpoints: HMAC-SHA-256 of the UTF-8 bytes of its id, as 64 hexadecimal digits}
     * Of an erased account the one that it had before.
     */
    public String name(AccountId account) {
        if (isPseudonym(account)) {
            return account.value().substring(ERASED.length());
        }
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(account.value().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }

    /** {@return nothing of the secret} */
    @Override
    public String toString() {
        return "PseudonymKey(secret)";
    }
}
