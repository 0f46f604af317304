package io.tokeneconomy.ledger.store;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import net.jqwik.api.Example;

/** The histories bite: a store that is nearly right does not get through them. */
class StoreHistoriesTest {

    @Example
    void aCorrectStoreGetsThrough() {
        assertThatCode(() -> live(new Lived(new BrokenStore()))).doesNotThrowAnyException();
    }

    @Example
    void whoLosesCountersDoesNot() {
        assertDoesNot(new Lived(new FaultsOfState.LosesCounters()), "from step");
    }

    @Example
    void whoForgetsKeysDoesNot() {
        assertDoesNot(new Lived(new Faults.ForgetsKeys()), "from step");
    }

    @Example
    void whoListsWhatIsNotDueDoesNot() {
        assertDoesNot(new Lived(new FaultsOfLists.IgnoresDueTimes()), "-a");
    }

    @Example
    void whoKeepsWhatIsErasedDoesNot() {
        assertDoesNot(new Lived(new FaultsOfErasure.KeepsTheSalt()), "nobody-");
    }

    @Example
    void whoWritesOnlyWhatItCouldAnswerDoesNot() {
        Lived store = new Lived(new BrokenStore()) {
            @Override
            protected void unanswered(Runnable update) {}
        };
        assertDoesNot(store, "unanswered");
    }

    @Example
    void whoComesBackEmptyFromACrashDoesNot() {
        Lived store = new Lived(new BrokenStore()) {
            @Override
            protected void crash() {
                store = new BrokenStore();
            }
        };
        assertDoesNot(store, "crashed");
    }

    private static void assertDoesNot(StoreHistories histories, String where) {
        assertThatThrownBy(() -> live(histories))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(where);
    }

    private static void live(StoreHistories histories) {
        histories.everyHistoryEndsAsThePureRulesSay(new Random(7));
    }

    private static class Lived extends StoreHistories {
        LedgerStore store;

        Lived(LedgerStore store) {
            this.store = store;
        }

        @Override
        protected LedgerStore store() {
            return store;
        }

        @Override
        protected int histories() {
            return 100;
        }
    }
}
