package io.tokeneconomy.ledger;

import io.tokeneconomy.internal.Checks;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted. Every condition that is given must hold.
 *
 * @param types only entries of these types; empty for all
 * @param from only entries booked at this time or later; null for all
 * @param until only entries booked before this time; null for all
 * @param reference only entries with this reference; null for all
 * @param metadataKey only entries whose metadata has this key; null for all
 */
public record EntryFilter(
        Set<EntryType> types,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String reference,
        @Nullable String metadataKey) {

    /** Every entry. */
    public static final EntryFilter ALL = new EntryFilter(Set.of(), null, null, null, null);

    /** @throws io.tokeneconomy.error.InvalidValueException when a time or a text is not allowed */
    public EntryFilter {
        types = types.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(types));
        from = from == null ? null : Checks.time("from", from);
        until = until == null ? null : Checks.time("until", until);
        Checks.optionalText("reference", reference, LedgerLimits.MAX_REFERENCE);
        Checks.optionalText("metadataKey", metadataKey, LedgerLimits.MAX_METADATA_KEY);
    }

    /** {@return this filter, only for these types} */
    public EntryFilter ofTypes(EntryType first, EntryType... more) {
        return new EntryFilter(EnumSet.of(first, more), from, until, reference, metadataKey);
    }

    /** {@return this filter, only for entries booked from one time until before another} */
    public EntryFilter between(@Nullable Instant newFrom, @Nullable Instant newUntil) {
        return new EntryFilter(types, newFrom, newUntil, reference, metadataKey);
    }

    /** {@return this filter, only for entries with that reference} */
    public EntryFilter withReference(String newReference) {
        return new EntryFilter(types, from, until, newReference, metadataKey);
    }

    /** {@return this filter, only for entries whose metadata has that key} */
    public EntryFilter withMetadataKey(String newKey) {
        return new EntryFilter(types, from, until, reference, newKey);
    }

    /** {@return whether the entry is wanted} */
    public boolean matches(LedgerEntry entry) {
        return (types.isEmpty() || types.contains(entry.type()))
                && (from == null || !entry.at().isBefore(from))
                && (until == null || entry.at().isBefore(until))
                && (reference == null || reference.equals(entry.details().reference()))
                && (metadataKey == null || entry.details().metadata().containsKey(metadataKey));
    }
}
