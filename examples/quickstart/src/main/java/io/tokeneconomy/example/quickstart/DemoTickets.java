package io.tokeneconomy.example.quickstart;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs who is signed in: {@code user:session:expires:signature}. Thread-safe. */
final class DemoTickets {

    /** What a demo user may be called. */
    static final Pattern USER = Pattern.compile("[A-Za-z0-9_.@-]{1,64}");

    private static final Pattern TICKET =
            Pattern.compile("((" + USER.pattern() + "):([A-Za-z0-9_-]{1,64}):([0-9]{1,18})):([A-Za-z0-9_-]{1,64})");
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    DemoTickets(byte[] key) {
        this.key = new SecretKeySpec(key, HMAC);
    }

    /**
     * Who is signed in.
     *
     * @param user the name
     * @param session what tells this sign-in from others
     * @param expires the end, in seconds since 1970
     */
    record Ticket(String user, String session, long expires) {}

    String write(Ticket ticket) {
        String content = ticket.user() + ":" + ticket.session() + ":" + ticket.expires();
        return content + ":" + signature(content);
    }

    /** {@return the ticket, when it is one of ours} */
    Optional<Ticket> read(String text) {
        Matcher parts = TICKET.matcher(text);
        if (!parts.matches() || !same(signature(parts.group(1)), parts.group(5))) {
            return Optional.empty();
        }
        return Optional.of(new Ticket(parts.group(2), parts.group(3), Long.parseLong(parts.group(4))));
    }

    private String signature(String content) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
