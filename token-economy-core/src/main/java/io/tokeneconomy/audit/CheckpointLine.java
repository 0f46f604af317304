package io.tokeneconomy.audit;

import io.tokeneconomy.internal.Micros;
import io.tokeneconomy.ledger.Digest;
import io.tokeneconomy.ledger.Totals;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One account in a checkpoint.
 *
 * @param name the account's {@link PseudonymKey#name name}
 * @param sequence its latest entry
 * @param hash that entry's hash, which stands for everything before it
 * @param at when that entry was booked
 * @param totals what the account added up to then, as booked
 */
public record CheckpointLine(String name, long sequence, Digest hash, Instant at, Totals totals) {

    private static final Pattern TEXT = Pattern.compile("\\{\"account\":\"([0-9a-f]{64})\","
            + "\"sequence\":([1-9][0-9]{0,17}),\"hash\":\"([0-9a-f]{64})\",\"at\":\"([-0-9T:.]{26}Z)\","
            + "\"settled\":(-?[0-9]{1,16}),\"held\":([0-9]{1,16}),\"debt\":([0-9]{1,16})}");

    /** {@return the line of a checkpoint, without its end} */
    public String text() {
        return "{\"account\":\"" + name + "\",\"sequence\":" + sequence + ",\"hash\":\"" + hash.hex() + "\",\"at\":\""
                + Micros.text(at) + "\",\"settled\":" + totals.settled() + ",\"held\":" + totals.held() + ",\"debt\":"
                + totals.debt() + "}";
    }

    /** {@return what {@link #text()} wrote; empty when the text is not exactly that} */
    public static Optional<CheckpointLine> parse(String text) {
        Matcher found = TEXT.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            CheckpointLine line = new CheckpointLine(
                    found.group(1),
                    Long.parseLong(found.group(2)),
                    Digest.ofHex(found.group(3)),
                    Instant.parse(found.group(4)),
                    new Totals(
                            Long.parseLong(found.group(5)),
                            Long.parseLong(found.group(6)),
                            Long.parseLong(found.group(7))));
            return Optional.of(line).filter(same -> same.text().equals(text));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
