package io.tokeneconomy.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.EngineFilter.includeEngines;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
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
        assertThat(rulesBrokenBy(BrokenStore::new)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsCaughtByTheRulesItBreaks(Supplier<LedgerStore> fault, List<String> rules) {
        assertThat(rulesBrokenBy(fault)).containsAll(rules);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(Faults.NotAtomic::new, "aKeyThatIsTakenStopsTheWholeUpdate"),
                fault(Faults.LosesUpdates::new, "nothingIsLostOnAHotAccount", "areBookedAsIfOneCameAfterAnother"),
                fault(
                        Faults.ForgetsKeys::new,
                        "aReplayChangesNothingHoweverMuchCameBetween",
                        "aReplayIsToldAsOneAlsoAmongNewOperations",
                        "findTheirSaleAlsoWhenABatchIsBooked",
                        "oneKeyInManyThreadsIsBookedOnce"),
                fault(Faults.AltersOldEntries::new, "laterEntriesNeverAlterEarlierOnes"),
                fault(Faults.RepeatsAnEntryPerPage::new, "newestFirst", "oldestFirst"),
                fault(Faults.GuessesThatThereIsMore::new, "pageAfterPageShowsEachOnce"),
                fault(Faults.ShowsUncommittedChanges::new, "neverSeeWhatWasRefused"),
                fault(Faults.BlocksReaders::new, "doNotWaitForARunningUpdate"),
                fault(Faults.AnswersTooEarly::new, "seeAnUpdateAsSoonAsItReturns"),
                fault(Faults.WrapsFailures::new, "aFailedDecisionIsThrownOnUnchangedAndWritesNothing"),
                fault(Faults.DropsTopUps::new, "whatACustomerAllowed"),
                fault(Faults.KeepsCustomers::new, "aForgottenCustomerIsGone"),
                fault(Faults.DropsMetadata::new, "parkedPayments"),
                fault(Faults.ListsResolvedPayments::new, "resolvedOnesAreLeftOutAndPagesStayFull"),
                fault(Faults.IgnoresClose::new, "everythingIsRefusedAfterwards"),
                fault(FaultsOfLists.IgnoresTypes::new, "byType"),
                fault(FaultsOfLists.IncludesTheEnd::new, "byTimeFromTheFirstToBeforeTheLast"),
                fault(FaultsOfLists.FiltersAfterPaging::new, "byEverythingAtOnceInPagesInBothDirections"),
                fault(FaultsOfLists.IgnoresCase::new, "byReferenceCharacterByCharacter"),
                fault(FaultsOfLists.IgnoresDueTimes::new, "areThoseWhoseFirstLotOrHoldEnds"),
                fault(FaultsOfLists.ForgetsThatNothingIsDue::new, "areNoLongerDueOnceTheLotIsGone"),
                fault(FaultsOfLists.MixesUpSubscribers::new, "comeInPagesBySubscriber"),
                fault(FaultsOfLists.EndsAfterAPageOfBacklogs::new, "comeInPagesBySubscriber"),
                fault(FaultsOfLists.SearchesMetadata::new, "byMetadataKeyCharacterByCharacter"),
                fault(
                        FaultsOfLists.SortsByTheEndsOfIds::new,
                        "thoseThatBeginAlikeAreNextToEachOtherBehindTheirBeginning"),
                fault(FaultsOfLists.IsDueTooLate::new, "areThoseWhoseFirstLotOrHoldEnds"),
                fault(FaultsOfLists.SeesOnlyLotsAsDue::new, "areThoseWhoseFirstLotOrHoldEnds"),
                fault(FaultsOfState.LosesCounters::new, "anAccountWithHoldsSettingsAndCounters"),
                fault(FaultsOfState.KeepsBacklogs::new, "areWrittenReplacedAndRemoved"),
                fault(FaultsOfState.DropsNews::new, "areAddedWhereThereIsNoBacklog"),
                fault(FaultsOfState.NewsReplaceBacklogs::new, "leaveABacklogThatIsThereAsItIs"),
                fault(FaultsOfErasure.KeepsDetails::new, "isFoundUnderItsPseudonymOnly", "stillVerifies"),
                fault(FaultsOfErasure.KeepsTheSalt::new, "stillVerifies"),
                fault(FaultsOfErasure.KeepsErasedCustomers::new, "keepsItsOrdersAndLosesItsCustomersAndBacklogs"),
                fault(FaultsOfErasure.FreesKeys::new, "keepsItsKeysTaken"),
                fault(FaultsOfErasure.ErasesOpenAccounts::new, "isAnAccountThatIsOpen"),
                fault(FaultsOfErasure.KeepsErasedOrders::new, "keepsItsOrdersAndLosesItsCustomersAndBacklogs"),
                fault(FaultsOfErasure.KeepsErasedBacklogs::new, "keepsItsOrdersAndLosesItsCustomersAndBacklogs"),
                fault(FaultsOfErasure.RemembersNames::new, "isFoundUnderItsPseudonymOnly"),
                fault(FaultsOfErasure.ErasesOnce::new, "mayBeErasedAgain", "isAnAccountWithoutEntries"),
                fault(FaultsOfBulk.ForgetsTheEnd::new, "aThousandAccountsInOneUpdate"),
                fault(FaultsOfBulk.LooksUpSomeKeys::new, "manyOperationsAreBookedTogetherAndOnce"),
                fault(FaultsOfBulk.DecidesOnItsOwnChanges::new, "manyOperationsAreBookedTogetherAndOnce"));
    }

    private static Arguments fault(Supplier<LedgerStore> opening, String... rules) {
        String name = opening.get().getClass().getSimpleName();
        return Arguments.of(named(name, opening), List.of(rules));
    }

    private static Set<String> rulesBrokenBy(Supplier<LedgerStore> fault) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(Suspect.class))
                .filters(includeEngines("junit-jupiter"))
                .configurationParameter(OnlyOnPurpose.PURPOSE, "yes")
                .build();
        Failures failures = new Failures();
        Suspect.opening = fault;
        LauncherFactory.create().execute(request, failures);
        assertThat(failures.run).as("rules checked").isGreaterThan(70);
        return failures.rules;
    }

    private static final class Failures implements TestExecutionListener {
        private final Set<String> rules = new TreeSet<>();
        private int run;

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            run += test.isTest() ? 1 : 0;
            if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
                rules.add(name(test));
            }
        }

        /** The method's, also where it is run with several values. */
        private static String name(TestIdentifier test) {
            return test.getSource()
                    .filter(org.junit.platform.engine.support.descriptor.MethodSource.class::isInstance)
                    .map(org.junit.platform.engine.support.descriptor.MethodSource.class::cast)
                    .map(org.junit.platform.engine.support.descriptor.MethodSource::getMethodName)
                    .orElseGet(test::getDisplayName);
        }
    }

    /** The store that is to be caught now; one at a time. */
    @ExtendWith(OnlyOnPurpose.class)
    static final class Suspect extends LedgerStoreContract {

        private static volatile Supplier<LedgerStore> opening = BrokenStore::new;

        @Override
        protected LedgerStore open() {
            return opening.get();
        }
    }
}
