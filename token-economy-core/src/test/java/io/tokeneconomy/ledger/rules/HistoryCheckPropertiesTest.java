package io.tokeneconomy.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Verification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** No alteration of a history goes unnoticed, and it is found where it is. */
@Domain(Histories.class)
@Domain(DomainContext.Global.class)
class HistoryCheckPropertiesTest {

    private static final String NAME = "h";
    private static final AccountId ACCOUNT = Histories.accounts(NAME).get(0);

    @Property(tries = 1_000)
    void anyAlteredFieldIsFoundAtItsEntry(@ForAll List<Step> steps, @ForAll @IntRange(max = 1_000) int pick) {
        PureLedger ledger = ledger(steps);
        List<LedgerEntry> history = ledger.history(ACCOUNT);
        expectEveryAlterationFound(ledger.account(ACCOUNT), history, pick % history.size(), pick);
    }

    @Property(tries = 1_000)
    void anyAlteredFieldOfAnErasedEntryIsFoundAtItsEntry(
            @ForAll List<Step> steps, @ForAll @IntRange(max = 1_000) int pick) {
        Erased erased = Erased.of(ledger(steps), ACCOUNT);
        expectEveryAlterationFound(
                erased.account(), erased.history(), pick % erased.history().size(), pick);
    }

    @Property(tries = 1_000)
    void aMissingEntryIsFoundWhereItWas(@ForAll List<Step> steps, @ForAll @IntRange(max = 1_000) int pick) {
        PureLedger ledger = ledger(steps);
        List<LedgerEntry> altered = new ArrayList<>(ledger.history(ACCOUNT));
        int index = pick % altered.size();
        altered.remove(index);
        expectBroken(ledger.account(ACCOUNT), altered, index + 1L, "a missing entry");
    }

    @Property(tries = 1_000)
    void swappedEntriesAreFoundAtTheFirst(@ForAll List<Step> steps, @ForAll @IntRange(max = 1_000) int pick) {
        PureLedger ledger = ledger(steps);
        List<LedgerEntry> altered = new ArrayList<>(ledger.history(ACCOUNT));
        Assume.that(altered.size() > 1);
        int index = pick % (altered.size() - 1);
        Collections.swap(altered, index, index + 1);
        expectBroken(ledger.account(ACCOUNT), altered, index + 1L, "swapped entries");
    }

    @Property(tries = 1_000)
    void aRepeatedEntryIsFoundWhereItStands(@ForAll List<Step> steps, @ForAll @IntRange(max = 1_000) int pick) {
        PureLedger ledger = ledger(steps);
        List<LedgerEntry> altered = new ArrayList<>(ledger.history(ACCOUNT));
        int index = pick % altered.size();
        altered.add(index + 1, altered.get(index));
        expectBroken(ledger.account(ACCOUNT), altered, index + 2L, "a repeated entry");
    }

    /** Some of the alterations for each history; over all histories each of them many times. */
    private static void expectEveryAlterationFound(Account account, List<LedgerEntry> history, int index, int seed) {
        List<Map.Entry<String, LedgerEntry>> alterations =
                new ArrayList<>(Alterations.of(history.get(index)).entrySet());
        Collections.shuffle(alterations, new Random(seed));
        for (Map.Entry<String, LedgerEntry> alteration : alterations.subList(0, Math.min(25, alterations.size()))) {
            List<LedgerEntry> altered = new ArrayList<>(history);
            altered.set(index, alteration.getValue());
            expectBroken(account, altered, index + 1L, alteration.getKey());
        }
    }

    private static void expectBroken(Account account, List<LedgerEntry> altered, long sequence, String what) {
        assertThat(PureLedger.verify(account, altered))
                .as(what)
                .isInstanceOfSatisfying(
                        Verification.Broken.class,
                        broken -> assertThat(broken.sequence()).as(what).isEqualTo(sequence));
    }

    private static PureLedger ledger(List<Step> steps) {
        PureLedger ledger = PureLedger.of(Histories.requests(NAME, steps));
        Assume.that(!ledger.history(ACCOUNT).isEmpty());
        return ledger;
    }
}
