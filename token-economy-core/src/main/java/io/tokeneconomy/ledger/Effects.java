package io.tokeneconomy.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an entry changed besides the totals; together with the account before it, it gives the account after it.
 *
 * @param lots how lots changed, each lot at most once
 * @param terms the terms of the lot that the entry opened under its own sequence; null when it opened none
 * @param source the lot that a clawback or a reinstatement is about; 0 for none
 * @param hold how a hold changed; null when none did
 * @param settings the account's settings from now on; null when they stay
 * @param metering the metered use that was charged; null when nothing was metered
 * @param member who of a shared account's members it was; null when nobody said
 */
public record Effects(
        List<Allocation> lots,
        @Nullable LotTerms terms,
        long source,
        @Nullable HoldChange hold,
        @Nullable AccountSettings settings,
        @Nullable Metering metering,
        @Nullable String member) {

    /** Nothing but the totals. */
    public static final Effects NONE = of(List.of());

    /** Copies the list. */
    public Effects {
        lots = List.copyOf(lots);
    }

    /** {@return only changes of lots} */
    public static Effects of(List<Allocation> lots) {
        return new Effects(lots, null, 0, null, null, null, null);
    }

    /** {@return these effects and a lot opened under these terms} */
    public Effects opening(LotTerms newTerms) {
        return new Effects(lots, newTerms, source, hold, settings, metering, member);
    }

    /** {@return these effects about that lot} */
    public Effects about(long newSource) {
        return new Effects(lots, terms, newSource, hold, settings, metering, member);
    }

    /** {@return these effects and a change of a hold} */
    public Effects holding(HoldChange change) {
        return new Effects(lots, terms, source, change, settings, metering, member);
    }

    /** {@return these effects and other settings} */
    public Effects configuring(AccountSettings newSettings) {
        return new Effects(lots, terms, source, hold, newSettings, metering, member);
    }

    /** {@return these effects and metered use} */
    public Effects metering(Metering newMetering) {
        return new Effects(lots, terms, source, hold, settings, newMetering, member);
    }

    /** {@return these effects caused by that member} */
    public Effects by(@Nullable String newMember) {
        return new Effects(lots, terms, source, hold, settings, metering, newMember);
    }
}
