package io.tokeneconomy.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Allocation;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.Hold;
import io.tokeneconomy.ledger.HoldChange;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Lot;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.Spend;
import io.tokeneconomy.ledger.Totals;
import io.tokeneconomy.ledger.Verification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** What holds after every step of every history. */
@Domain(Histories.class)
class LedgerRulesPropertiesTest {

    private static final int TRIES = 1_000;

    @Property(tries = TRIES)
    void settledIsTheSumOfAllEntriesAndOfAllTokensLessTheDebt(@ForAll List<Step> steps) {
        Watched.always(steps, step -> {
            for (AccountId id : step.accounts()) {
                Account account = step.is(id);
                long held = account.holds().stream().mapToLong(Hold::amount).sum();
                long inLots = account.lots().stream().mapToLong(Lot::remaining).sum();
                assertThat(account.balance())
                        .isEqualTo(step.ledger().history(id).stream()
                                .mapToLong(LedgerEntry::amount)
                                .sum())
                        .isEqualTo(inLots + held - account.totals().debt());
                assertThat(account.totals().held()).isEqualTo(held);
                assertThat(account.totals().available()).isEqualTo(inLots);
            }
        });
    }

    @Property(tries = TRIES)
    void everyEntryKeepsTheLaw(@ForAll List<Step> steps) {
        PureLedger ledger = Watched.always(steps, step -> {});
        for (AccountId id : Histories.accounts(Watched.NAME)) {
            Totals before = Totals.ZERO;
            for (LedgerEntry entry : ledger.history(id)) {
                Totals after = entry.movement().after();
                assertThat(entry.amount())
                        .isEqualTo(after.settled() - before.settled())
                        .isEqualTo(lotsChange(entry) + heldChange(entry) - (after.debt() - before.debt()));
                assertThat(after.held() - before.held()).isEqualTo(heldChange(entry));
                assertThat(Math.min(after.debt(), after.available()))
                        .as("debt beside tokens after " + entry)
                        .isZero();
                before = after;
            }
        }
    }

    @Property(tries = TRIES)
    void aDebtGrowsOnlyByAnAllowedOverdraftOrAClawback(@ForAll List<Step> steps) {
        Watched.always(steps, step -> {
            for (AccountId id : step.accounts()) {
                long debt = step.was(id).totals().debt();
                long overdraft = step.was(id).settings().overdraftLimit();
                for (LedgerEntry entry : step.booked(id)) {
                    long after = entry.movement().after().debt();
                    boolean allowed = after <= debt || after <= overdraft || entry.type() == EntryType.CLAWBACK;
                    assertThat(allowed)
                            .as("debt " + debt + " and then " + entry)
                            .isTrue();
                    debt = after;
                }
            }
        });
    }

    @Property(tries = TRIES)
    void sequencesHaveNoGapsAndTimeNeverRunsBackwards(@ForAll List<Step> steps) {
        PureLedger ledger = Watched.always(steps, step -> {});
        for (AccountId id : Histories.accounts(Watched.NAME)) {
            List<LedgerEntry> history = ledger.history(id);
            for (int i = 0; i < history.size(); i++) {
                assertThat(history.get(i).sequence()).isEqualTo(i + 1L);
            }
            assertThat(history).extracting(LedgerEntry::at).isSorted();
            assertThat(ledger.account(id).sequence()).isEqualTo(history.size());
        }
    }

    @Property(tries = TRIES)
    void aReplayChangesNothingAndAnswersWithTheFirstEntry(@ForAll List<Step> steps) {
        Watched.always(steps, step -> {
            if (step.answer() instanceof Outcome.Applied applied) {
                Map<AccountId, Account> after = states(step);
                Outcome again = step.ledger().apply(step.operation(), step.now().plusSeconds(1_000_000));
                assertThat(again).isEqualTo(new Outcome.Replayed(applied.entry()));
                assertThat(states(step)).isEqualTo(after);
            }
        });
    }

    @Property(tries = TRIES)
    void anotherOperationUnderTheSameKeyIsAConflict(@ForAll List<Step> steps) {
        Watched.always(steps, step -> {
            if (step.answer() instanceof Outcome.Applied applied) {
                Map<AccountId, Account> after = states(step);
                Spend other = Spend.of(
                        step.operation().account(), 100_000, step.operation().key());
                assertThat(step.ledger().apply(other, step.now())).isEqualTo(new Outcome.KeyConflict(applied.entry()));
                assertThat(states(step)).isEqualTo(after);
            }
        });
    }

    @Property(tries = TRIES)
    void refusalsReplaysAndConflictsBookNothing(@ForAll List<Step> steps) {
        Watched.always(steps, step -> {
            if (!(step.answer() instanceof Outcome.Applied)) {
                assertThat(states(step)).isEqualTo(step.before());
                assertThat(step.accounts())
                        .allSatisfy(id -> assertThat(step.booked(id)).isEmpty());
            }
        });
    }

    @Property(tries = TRIES)
    void aStepChangesOnlyTheAccountsThatItNames(@ForAll List<Step> steps) {
        Watched.always(steps, step -> {
            for (AccountId id : step.accounts()) {
                if (!step.operation().accounts().contains(id)) {
                    assertThat(step.is(id)).isEqualTo(step.was(id));
                }
            }
        });
    }

    @Property(tries = TRIES)
    void everyLotHoldsWhatWentInLessWhatWentOut(@ForAll List<Step> steps) {
        PureLedger ledger = Watched.always(steps, step -> {});
        for (AccountId id : Histories.accounts(Watched.NAME)) {
            Map<Long, Long> flows = new HashMap<>();
            for (LedgerEntry entry : ledger.history(id)) {
                entry.movement().effects().lots().forEach(a -> flows.merge(a.lot(), a.amount(), Long::sum));
                parts(entry).forEach(a -> flows.merge(a.lot(), a.amount(), Long::sum));
            }
            flows.values().removeIf(tokens -> tokens == 0);
            Map<Long, Long> there = new HashMap<>();
            ledger.account(id).lots().forEach(lot -> there.merge(lot.number(), lot.remaining(), Long::sum));
            ledger.account(id)
                    .holds()
                    .forEach(hold ->
                            hold.parts().forEach(part -> there.merge(part.number(), part.remaining(), Long::sum)));
            assertThat(there).isEqualTo(flows);
        }
    }

    @Property(tries = TRIES)
    void theTokensOfAHoldAreUsedGivenBackOrPayDebts(@ForAll List<Step> steps) {
        PureLedger ledger = Watched.always(steps, step -> {});
        for (AccountId id : Histories.accounts(Watched.NAME)) {
            long debt = 0;
            for (LedgerEntry entry : ledger.history(id)) {
                long paid = debt - entry.movement().after().debt();
                long freed = -heldChange(entry);
                if (entry.type() == EntryType.RELEASE || entry.type() == EntryType.TIMEOUT) {
                    assertThat(freed).isPositive().isEqualTo(lotsChange(entry) + paid);
                } else if (entry.type() == EntryType.CAPTURE) {
                    assertThat(freed).isPositive().isEqualTo(-entry.amount() + lotsChange(entry) + paid);
                } else if (entry.type() == EntryType.HOLD) {
                    assertThat(freed).isNegative().isEqualTo(lotsChange(entry));
                } else {
                    assertThat(freed).as(entry.toString()).isZero();
                }
                debt = entry.movement().after().debt();
            }
        }
    }

    @Property(tries = TRIES)
    void whatWasIssuedIsOutstandingOrGoneForAReason(@ForAll List<Step> steps) {
        PureLedger ledger = Watched.always(steps, step -> {});
        for (AccountId id : Histories.accounts(Watched.NAME)) {
            long issued = 0;
            long gone = 0;
            for (LedgerEntry entry : ledger.history(id)) {
                switch (entry.type()) {
                    case GRANT, PURCHASE, REINSTATE, TRANSFER_IN -> issued += entry.amount();
                    case SPEND, CAPTURE, EXPIRE, CLAWBACK, TRANSFER_OUT -> gone -= entry.amount();
                    case ADJUST, CLOSE -> issued += entry.amount();
                    case HOLD, RELEASE, TIMEOUT, EXTEND, CONFIGURE ->
                        assertThat(entry.amount()).isZero();
                }
            }
            assertThat(issued - gone).isEqualTo(ledger.account(id).balance());
        }
    }

    @Property(tries = TRIES)
    void everyEntryLeadsFromOneStateToTheNext(@ForAll List<Step> steps) {
        PureLedger ledger = Watched.always(steps, step -> {});
        for (AccountId id : Histories.accounts(Watched.NAME)) {
            Account account = Account.unused(id).withSalt(ledger.account(id).salt());
            for (LedgerEntry entry : ledger.history(id)) {
                account = Transition.apply(account, entry);
            }
            assertThat(account).isEqualTo(ledger.account(id));
        }
    }

    @Property(tries = TRIES)
    void theHistoryChecks(@ForAll List<Step> steps) {
        PureLedger ledger = Watched.always(steps, step -> {});
        for (AccountId id : Histories.accounts(Watched.NAME)) {
            Account account = ledger.account(id);
            assertThat(PureLedger.verify(account, ledger.history(id)))
                    .isEqualTo(new Verification.Intact(id, account.sequence(), account.head()));
        }
    }

    @Property(tries = TRIES)
    void equalHistoriesGiveEqualHashes(@ForAll List<Step> steps) {
        PureLedger one = Watched.always(steps, step -> {});
        PureLedger other = Watched.always(steps, step -> {});
        Histories.accounts(Watched.NAME)
                .forEach(id -> assertThat(one.account(id)).isEqualTo(other.account(id)));
    }

    private static Map<AccountId, Account> states(Watched step) {
        Map<AccountId, Account> states = new HashMap<>();
        step.accounts().forEach(id -> states.put(id, step.is(id)));
        return states;
    }

    private static long lotsChange(LedgerEntry entry) {
        return entry.movement().effects().lots().stream()
                .mapToLong(Allocation::amount)
                .sum();
    }

    private static long heldChange(LedgerEntry entry) {
        return parts(entry).stream().mapToLong(Allocation::amount).sum();
    }

    private static List<Allocation> parts(LedgerEntry entry) {
        HoldChange change = entry.movement().effects().hold();
        return change == null ? List.of() : change.parts();
    }
}
