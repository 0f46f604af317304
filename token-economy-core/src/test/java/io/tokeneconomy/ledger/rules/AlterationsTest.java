package io.tokeneconomy.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.Allocation;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.Effects;
import io.tokeneconomy.ledger.HoldChange;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.MeterRate;
import io.tokeneconomy.ledger.Metering;
import io.tokeneconomy.ledger.Movement;
import io.tokeneconomy.ledger.PurchaseDetails;
import io.tokeneconomy.ledger.Remainder;
import io.tokeneconomy.ledger.Seal;
import io.tokeneconomy.ledger.SpendLimit;
import io.tokeneconomy.ledger.Totals;
import io.tokeneconomy.ledger.Verification;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The history with every type of entry, altered in every place of every entry. */
class AlterationsTest {

    private static final List<Class<?>> PARTS = List.of(
            LedgerEntry.class,
            Movement.class,
            Totals.class,
            Effects.class,
            Allocation.class,
            LotTerms.class,
            HoldChange.class,
            AccountSettings.class,
            SpendLimit.class,
            Metering.class,
            MeterRate.class,
            Remainder.class,
            Details.class,
            PurchaseDetails.class,
            Money.class,
            Seal.class);

    private final PureLedger ledger = GoldenHistory.book();
    private final List<LedgerEntry> history = ledger.history(GoldenHistory.ACCOUNT);

    @Test
    void noFieldIsForgotten() {
        Set<String> altered = new HashSet<>();
        for (LedgerEntry entry : history) {
            for (String place : Alterations.of(entry).keySet()) {
                altered.addAll(List.of(place.split("[^A-Za-z]+")));
            }
        }
        for (Class<?> part : PARTS) {
            assertThat(part.getRecordComponents())
                    .as(part.getSimpleName())
                    .extracting(RecordComponent::getName)
                    .isSubsetOf(altered);
        }
    }

    @Test
    void everyAlterationIsFoundAtItsEntry() {
        int found = 0;
        for (int i = 0; i < history.size(); i++) {
            long sequence = i + 1L;
            for (Map.Entry<String, LedgerEntry> alteration :
                    Alterations.of(history.get(i)).entrySet()) {
                List<LedgerEntry> altered = new ArrayList<>(history);
                altered.set(i, alteration.getValue());
                assertThat(PureLedger.verify(ledger.account(GoldenHistory.ACCOUNT), altered))
                        .as(sequence + " " + alteration.getKey())
                        .isInstanceOfSatisfying(
                                Verification.Broken.class,
                                broken -> assertThat(broken.sequence()).isEqualTo(sequence));
                found++;
            }
        }
        assertThat(found).isGreaterThan(700);
    }
}
