package io.tokeneconomy.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.EngineFilter.includeEngines;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The contract bites: each fault is caught by the rule it breaks, and a store without one passes. */
class LedgerStoreContractTest {

    @Test
    void aCorrectStoreBreaksNoRule() {
        assertThat(brokenRules(Correct.class)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "NotAtomic, aKeyThatIsTakenStopsTheWholeUpdate",
        "LosesUpdates, nothingIsLostOnAHotAccount",
        "ForgetsKeys, aReplayChangesNothingHoweverMuchCameBetween oneKeyInManyThreadsIsBookedOnce",
        "AltersOldEntries, laterEntriesNeverAlterEarlierOnes",
        "RepeatsAnEntryPerPage, newestFirst oldestFirst",
        "GuessesThatThereIsMore, pageAfterPageShowsEachOnce",
        "ShowsUncommittedChanges, neverSeeWhatWasRefused",
        "BlocksReaders, doNotWaitForARunningUpdate",
        "AnswersTooEarly, seeAnUpdateAsSoonAsItReturns",
        "WrapsFailures, aFailedDecisionIsThrownOnUnchangedAndWritesNothing",
        "KeepsCustomers, aForgottenCustomerIsGone",
        "DropsMetadata, parkedPayments",
        "ListsResolvedPayments, resolvedOnesAreLeftOutAndPagesStayFull",
        "IgnoresClose, everythingIsRefusedAfterwards"
    })
    void aFaultIsCaughtByTheRulesItBreaks(String fault, String rules) throws ClassNotFoundException {
        Class<?> suspect = Class.forName(LedgerStoreContractTest.class.getName() + "$" + fault);
        assertThat(brokenRules(suspect)).contains(rules.split(" "));
    }

    private static Set<String> brokenRules(Class<?> contract) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(contract))
                .filters(includeEngines("junit-jupiter"))
                .configurationParameter(OnlyOnPurpose.PURPOSE, "yes")
                .build();
        Failures failures = new Failures();
        LauncherFactory.create().execute(request, failures);
        assertThat(failures.run).as("rules checked").isGreaterThan(40);
        return failures.rules;
    }

    private static final class Failures implements TestExecutionListener {
        private final Set<String> rules = new TreeSet<>();
        private int run;

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            run += test.isTest() ? 1 : 0;
            if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
                rules.add(test.getDisplayName().replace("()", ""));
            }
        }
    }

    @ExtendWith(OnlyOnPurpose.class)
    abstract static class Suspect extends LedgerStoreContract {}

    static final class Correct extends Suspect {
        @Override
        protected LedgerStore open() {
            return new BrokenStore();
        }
    }

    static final class NotAtomic extends Suspect {
        @Override
        protected LedgerStore open() {
            return new Faults.NotAtomic();
        }
    }

    static final class LosesUpdates extends Suspect {
        @Override
        protected LedgerStore open() {
            return new Faults.LosesUpdates();
        }
    }

    static final class ForgetsKeys extends Suspect {
        @Override
        protected LedgerStore open() {
            return new Faults.ForgetsKeys();
        }
    }

    static final class AltersOldEntries extends Suspect {
        @Override
        protected LedgerStore open() {
            return new Faults.AltersOldEntries();
        }
    }

    static final class RepeatsAnEntryPerPage extends Suspect {
        @Override
        protected LedgerStore open() {
            return new Faults.RepeatsAnEntryPerPage();
        }
    }

    static final class GuessesThatThereIsMore extends Suspect {
        @Override
        protected LedgerStore open() {
            return new Faults.GuessesThatThereIsMore();
        }
    }

    static final class ShowsUncommittedChanges extends Suspect {
        @Override
        protected LedgerStore open() {
            return new Faults.ShowsUncommittedChanges();
        }
    }

    static final class BlocksReaders extends Suspect {
        @Override
        protected LedgerStore open() {
            return new Faults.BlocksReaders();
        }
    }

    static final class AnswersTooEarly extends Suspect {
        @Override
        protected LedgerStore open() {
            return new Faults.AnswersTooEarly();
        }
    }

    static final class WrapsFailures extends Suspect {
        @Override
        protected LedgerStore open() {
            return new Faults.WrapsFailures();
        }
    }

    static final class KeepsCustomers extends Suspect {
        @Override
        protected LedgerStore open() {
            return new Faults.KeepsCustomers();
        }
    }

    static final class DropsMetadata extends Suspect {
        @Override
        protected LedgerStore open() {
            return new Faults.DropsMetadata();
        }
    }

    static final class ListsResolvedPayments extends Suspect {
        @Override
        protected LedgerStore open() {
            return new Faults.ListsResolvedPayments();
        }
    }

    static final class IgnoresClose extends Suspect {
        @Override
        protected LedgerStore open() {
            return new Faults.IgnoresClose();
        }
    }
}
