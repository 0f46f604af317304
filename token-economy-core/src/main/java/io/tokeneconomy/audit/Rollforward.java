package io.tokeneconomy.audit;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How the tokens of all accounts went from one time to another. Always exact, in every part: opening and all changes
 * together are the closing.
 *
 * @param from the beginning, included
 * @param until the end, not included; when the one asked for had not come yet, the time of the report
 * @param opening what there was just before the beginning
 * @param changes what came and went, by cause; every cause is there
 * @param closing what there was just before the end
 */
public record Rollforward(
        Instant from, Instant until, TokenSum opening, Map<Cause, TokenSum> changes, TokenSum closing) {

    /** Copies the changes and adds those that are missing as zero. */
    public Rollforward {
        Map<Cause, TokenSum> all = new EnumMap<>(Cause.class);
        for (Cause cause : Cause.values()) {
            all.put(cause, changes.getOrDefault(cause, TokenSum.ZERO));
        }
        changes = Collections.unmodifiableMap(all);
    }

    /** {@return what came, or went when negative, for that cause} */
    public TokenSum of(Cause cause) {
        return changes.getOrDefault(cause, TokenSum.ZERO);
    }
}
