package io.tokeneconomy.event.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.event.TokenEconomyEvent;
import io.tokeneconomy.event.TokenEconomyEvent.OfEntry;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.AccountStatus;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Totals;
import io.tokeneconomy.ledger.rules.PureLedger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.lifecycle.AfterContainer;

/** An event knows what was before its entry only from the entry: here the entry before is held against it. */
@Domain(Lives.class)
@Domain(DomainContext.Global.class)
class EntryEventsPropertiesTest {

    private static final Set<EntryType> SEEN = EnumSet.noneOf(EntryType.class);
    private static final Set<Class<?>> CROSSED = new HashSet<>();

    @AfterContainer
    static void everythingWasTried() {
        assertThat(SEEN).containsExactlyInAnyOrder(EntryType.values());
        assertThat(CROSSED).containsExactlyInAnyOrder(TokenEconomyEvent.Crossing.class.getPermittedSubclasses());
    }

    @Property(tries = 1_000)
    void aLineIsToldExactlyWhenItIsCrossed(@ForAll List<Doing> life, @ForAll @LongRange(min = 1, max = 80) long line) {
        PureLedger ledger = Lives.live(life);
        for (AccountId account : List.of(Doing.FIRST, Doing.SECOND)) {
            Totals before = Totals.ZERO;
            for (LedgerEntry entry : ledger.history(account)) {
                Totals after = entry.movement().after();
                List<OfEntry> crossings = crossings(entry, line);
                assertThat(crossings).as("%s to %s", before, entry.movement()).isEqualTo(expected(entry, before, line));
                crossings.forEach(crossing -> CROSSED.add(crossing.getClass()));
                before = after;
            }
        }
    }

    @Property(tries = 1_000)
    void everyEntryIsToldOnceWithItsTokensBeforeTheLinesItCrossed(@ForAll List<Doing> life) {
        PureLedger ledger = Lives.live(life);
        for (LedgerEntry entry : ledger.history(Doing.FIRST)) {
            List<OfEntry> events = EntryEvents.of(entry, 10);
            assertThat(events.get(0)).isInstanceOf(TokenEconomyEvent.Booked.class);
            assertThat(events.subList(1, events.size())).allMatch(TokenEconomyEvent.Crossing.class::isInstance);
            assertThat(events).allMatch(event -> event.entry().equals(entry)).doesNotHaveDuplicates();
            assertThat(((TokenEconomyEvent.Booked) events.get(0)).tokens()).isNotNegative();
            SEEN.add(entry.type());
        }
    }

    @Property(tries = 200)
    void noThresholdNoLowBalance(@ForAll List<Doing> life) {
        Lives.live(life)
                .history(Doing.FIRST)
                .forEach(entry ->
                        assertThat(EntryEvents.of(entry, 0)).noneMatch(TokenEconomyEvent.LowBalance.class::isInstance));
    }

    private static List<OfEntry> crossings(LedgerEntry entry, long line) {
        List<OfEntry> events = EntryEvents.of(entry, line);
        return events.subList(1, events.size());
    }

    private static List<OfEntry> expected(LedgerEntry entry, Totals before, long line) {
        Totals after = entry.movement().after();
        List<OfEntry> expected = new ArrayList<>();
        if (before.available() > line && after.available() <= line) {
            expected.add(new TokenEconomyEvent.LowBalance(entry, line));
        }
        if (before.available() > 0 && after.available() == 0) {
            expected.add(new TokenEconomyEvent.Depleted(entry));
        }
        if (before.debt() == 0 && after.debt() > 0) {
            expected.add(new TokenEconomyEvent.DebtIncurred(entry));
        }
        if (before.debt() > 0 && after.debt() == 0) {
            expected.add(new TokenEconomyEvent.DebtPaid(entry));
        }
        var settings = entry.movement().effects().settings();
        if (settings != null && settings.status() == AccountStatus.BLOCKED) {
            expected.add(new TokenEconomyEvent.Blocked(entry));
        }
        return expected;
    }
}
