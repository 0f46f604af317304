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
        int index = pick % history.size();
        for (Map.Entry<String, LedgerEntry> mutation :
                Mutations.of(history.get(index)).entrySet()) {
            List<LedgerEntry> altered = new ArrayList<>(history);
            altered.set(index, mutation.getValue());
            assertThat(mutation.getValue()).as(mutation.getKey()).isNotEqualTo(history.get(index));
            expectBroken(ledger, altered, index + 1L);
        }
    }

    @Property(tries = 1_000)
    void aMissingEntryIsFoundWhereItWas(@ForAll List<Step> steps, @ForAll @IntRange(max = 1_000) int pick) {
        PureLedger ledger = ledger(steps);
        List<LedgerEntry> altered = new ArrayList<>(ledger.history(ACCOUNT));
        int index = pick % altered.size();
        altered.remove(index);
        expectBroken(ledger, altered, index + 1L);
    }

    @Property(tries = 1_000)
    void swappedEntriesAreFoundAtTheFirst(@ForAll List<Step> steps, @ForAll @IntRange(max = 1_000) int pick) {
        PureLedger ledger = ledger(steps);
        List<LedgerEntry> altered = new ArrayList<>(ledger.history(ACCOUNT));
        Assume.that(altered.size() > 1);
        int index = pick % (altered.size() - 1);
        Collections.swap(altered, index, index + 1);
        expectBroken(ledger, altered, index + 1L);
    }

    @Property(tries = 1_000)
    void aRepeatedEntryIsFoundWhereItStands(@ForAll List<Step> steps, @ForAll @IntRange(max = 1_000) int pick) {
        PureLedger ledger = ledger(steps);
        List<LedgerEntry> altered = new ArrayList<>(ledger.history(ACCOUNT));
        int index = pick % altered.size();
        altered.add(index + 1, altered.get(index));
        expectBroken(ledger, altered, index + 2L);
    }

    private static void expectBroken(PureLedger ledger, List<LedgerEntry> altered, long sequence) {
        Account account = ledger.account(ACCOUNT);
        assertThat(PureLedger.verify(account, altered))
                .isInstanceOfSatisfying(
                        Verification.Broken.class,
                        broken -> assertThat(broken.sequence()).isEqualTo(sequence));
    }

    private static PureLedger ledger(List<Step> steps) {
        PureLedger ledger = PureLedger.of(Histories.requests(NAME, steps));
        Assume.that(!ledger.history(ACCOUNT).isEmpty());
        return ledger;
    }
}
