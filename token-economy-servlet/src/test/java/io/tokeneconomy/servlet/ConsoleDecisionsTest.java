package io.tokeneconomy.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Spend;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What operators decide about payments, and what they let run: each leaves an entry with their name. */
class ConsoleDecisionsTest {

    private static final String LOG = "te:operators";

    private final Operator carol = Operator.in(Operator.shop(Container::jetty));

    @AfterEach
    void close() {
        carol.shop().close();
    }

    @Test
    void aParkedPaymentIsListedAndReleasedOnce() {
        String session = parked();
        assertThat(carol.get("").body()).contains("One payment waits");
        assertThat(carol.get("parked").body()).contains(session, "$0.01 (test mode)", "release?session=" + session);

        Map<String, String> form =
                carol.form("release?session=" + session, "account", "alice", "tokens", "7", "reason", "ticket 12");
        assertThat(carol.post("release", form).body()).contains("Credit 7 tokens to alice?");
        Answer released = carol.confirm("release", form);
        assertThat(released.status()).isEqualTo(303);
        assertThat(carol.confirm("release", form).header("Location")).isEqualTo(released.header("Location"));

        assertThat(carol.entries("alice")).singleElement().satisfies(entry -> {
            assertThat(entry.type()).isEqualTo(EntryType.PURCHASE);
            assertThat(entry.amount()).isEqualTo(7);
            assertThat(entry.details().description()).isEqualTo("ticket 12");
            assertThat(entry.details().metadata()).containsEntry(Audit.ACTOR, "carol");
        });
        assertThat(carol.get(released.header("Location")).body()).contains("Booked: +7 tokens");
        assertThat(carol.get("parked").body()).contains("No payment waits");
        assertThat(carol.get("release?session=" + session).status()).isEqualTo(404);
    }

    @Test
    void aRefundIsRecordedBeforeItIsTried() {
        String session = parked();
        Map<String, String> form = carol.form("refund?session=" + session, "reason", "wrong amount");
        carol.post("refund", form);
        assertThat(carol.entries(LOG)).isEmpty();

        Answer refused = carol.confirm("refund", form);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("There is no money in this payment");
        carol.confirm("refund", form);
        assertRecorded("refund of parked " + session + ": wrong amount");
    }

    @Test
    void aDismissalIsReviewedRecordedAndMovesNothing() {
        String session = parked();
        Map<String, String> form = carol.form("dismiss?session=" + session, "reason", "credited in the old shop");
        assertThat(carol.post("dismiss", form).body()).contains("Take the payment off the list?");
        assertThat(carol.entries(LOG)).isEmpty();
        assertThat(carol.get("parked").body()).contains("dismiss?session=" + session);

        Answer dismissed = carol.confirm("dismiss", form);
        assertThat(dismissed.header("Location")).isEqualTo("parked?dismissed=" + session);
        assertThat(carol.confirm("dismiss", form).header("Location")).isEqualTo(dismissed.header("Location"));

        assertThat(carol.get(dismissed.header("Location")).body())
                .contains("Neither tokens nor money were moved", "No payment waits");
        assertThat(carol.entries("alice")).isEmpty();
        assertRecorded("dismissal of parked " + session + ": credited in the old shop");
        assertThat(carol.shop().economy.parked().find(session)).hasValueSatisfying(payment -> {
            assertThat(payment.isDismissed()).isTrue();
            assertThat(payment.dismissal()).isEqualTo(new Audit("carol", "credited in the old shop"));
        });
    }

    @Test
    void whatWasRefusedIsAskedForAgainForAnotherReason() {
        String session = parked();
        Map<String, String> form = carol.form("refund?session=" + session, "reason", "wrong amount");
        assertThat(carol.confirm("refund", form).body()).contains("There is no money in this payment");

        form.put("reason", "ticket 13");
        assertThat(carol.confirm("refund", form).body()).contains("There is no money in this payment");

        assertThat(carol.entries(LOG))
                .extracting(entry -> entry.details().description())
                .containsExactlyInAnyOrder(
                        "refund of parked " + session + ": wrong amount",
                        "refund of parked " + session + ": ticket 13");
    }

    @Test
    void whatWasCreditedMeanwhileIsNotDismissed() {
        String session = parked();
        Map<String, String> form = carol.form("dismiss?session=" + session, "reason", "too late");
        carol.shop().economy.parked().release(session, Operator.ALICE, 7, new Audit("carl", "first"));

        assertThat(carol.confirm("dismiss", form).status()).isEqualTo(404);
        assertThat(carol.entries("alice")).hasSize(1);
    }

    @Test
    void oneHistoryIsVerifiedAndThatIsRecorded() {
        carol.shop().grant("alice", 10, "first");
        Map<String, String> form = carol.form("customer?account=alice");

        Answer verified = carol.post("verify-customer", form);
        assertThat(verified.status()).isEqualTo(200);
        assertThat(verified.body()).contains("Intact: 1 entry, from the first one to the balance.");
        carol.post("verify-customer", form);
        assertRecorded("verification of alice");
    }

    @Test
    void aLongHistoryIsVerifiedInTheBackground() {
        carol.shop().grant("alice", 20_000, "first");
        List<Operation> spends = IntStream.range(0, 10_000)
                .<Operation>mapToObj(i -> Spend.of(Operator.ALICE, 1, IdempotencyKey.of("s" + i)))
                .toList();
        carol.shop().economy.ledger().apply(spends);

        Answer begun = carol.post("verify-customer", carol.form("customer?account=alice"));

        assertThat(begun.status()).isEqualTo(303);
        assertThat(begun.header("Location")).endsWith("customer?account=alice");
        String page = carol.get("customer?account=alice").body();
        for (int looks = 0; looks < 100 && page.contains("data-running"); looks++) {
            page = carol.get("customer?account=alice").body(); // each look waits a moment for the end
        }
        assertThat(page).contains("Intact: 10,001 entries, from the first one to the balance.", "Verified at");
        assertThat(carol.get("customer?account=bob").body()).doesNotContain("Intact");
        assertRecorded("verification of alice");
    }

    @Test
    void decisionsNeedTheirFields() {
        String session = parked();
        Answer release = carol.confirm(
                "release", carol.form("release?session=" + session, "account", "", "tokens", "x", "reason", ""));
        assertThat(release.status()).isEqualTo(422);
        assertThat(release.body()).contains("#account", "#tokens", "#reason");
        assertThat(carol.confirm("refund", carol.form("refund?session=" + session, "reason", ""))
                        .status())
                .isEqualTo(422);
        assertThat(carol.confirm("dismiss", carol.form("dismiss?session=" + session, "reason", ""))
                        .status())
                .isEqualTo(422);
        assertThat(carol.get("release?session=cs_test_unknown").status()).isEqualTo(404);
        assertThat(carol.entries(LOG)).isEmpty();
    }

    @Test
    void aCheckIsReportedAndRecordedOnce() throws Exception {
        Map<String, String> form = carol.form("reconciliation", "days", "3");
        assertThat(carol.post("reconcile", form).header("Location")).isEqualTo("reconciliation");
        carol.post("reconcile", form);
        assertThat(ended("reconciliation")).contains("Ledger and payment provider agree.");
        assertThat(carol.get("reconciliation.csv").body()).startsWith("kind,state,");
        assertThat(carol.get("reconciliation.json").json().get("found").getAsLong())
                .isZero();
        assertRecorded("check of the last 3 days");
    }

    @Test
    void aRepairIsReviewedAndNeedsAReason() throws Exception {
        Map<String, String> form = carol.form("reconciliation", "days", "31", "repair", "yes", "reason", "");
        assertThat(carol.confirm("reconcile", form).status()).isEqualTo(422);
        form.put("reason", "webhooks were off");
        assertThat(carol.post("reconcile", form).body()).contains("Repair the last 31 days?");
        assertThat(carol.entries(LOG)).isEmpty();
        carol.confirm("reconcile", form);
        assertThat(ended("reconciliation")).contains("agree");
        assertRecorded("repair of the last 31 days: webhooks were off");
        form.put("days", "32");
        assertThat(carol.confirm("reconcile", form).status()).isEqualTo(422);
    }

    @Test
    void stockShowsWhatIsOwed() throws Exception {
        carol.shop().grant("alice", 1_234, "first");
        carol.post("stocktaking", carol.form("books"));
        assertThat(ended("books")).contains("Outstanding", "1,234");
        assertRecorded("stocktaking");
    }

    @Test
    void aRollforwardAddsUp() throws Exception {
        carol.shop().grant("alice", 100, "first");
        carol.confirm("adjust", carol.form("customer?account=alice", "change", "-30", "adjust-reason", "typo"));
        carol.post("rollforward", carol.form("books", "from", "1970-01-01", "until", "9998-12-31"));
        assertThat(ended("books")).contains(">Closing<", ">70<", ">+100<", ">−30<");
        String csv = carol.get("rollforward.csv").body();
        assertThat(csv.lines().map(line -> line.replaceFirst("^[^,]*,[^,]*,", "")))
                .contains(
                        "part,cause,paid,free,debt,balance",
                        "opening,OPENING,0,0,0,0",
                        "issued,GRANTED,0,100,0,100",
                        "spent,SPENT,0,0,0,0",
                        "expired,EXPIRED,0,0,0,0",
                        "clawed_back,CLAWED_BACK,0,0,0,0",
                        "other,ADJUSTED_DOWN,0,-30,0,-30",
                        "closing,CLOSING,0,70,0,70");
        assertRecorded("rollforward from 1970-01-01 to 9998-12-31");
        assertThat(carol.post("rollforward", carol.form("books", "from", "2026-02-02", "until", "2026-02-01"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void theLedgerIsVerified() throws Exception {
        carol.shop().grant("alice", 100, "first");
        carol.post("verify", carol.form("books"));
        assertThat(ended("books")).contains("Intact: 2 accounts, 2 entries");
        assertRecorded("verification of the whole ledger");
        assertThat(carol.get("log").body()).contains("verification of the whole ledger", "carol");
    }

    @Test
    void afterAVerificationTokensCanBeGivenFromTheSamePage() {
        carol.shop().grant("alice", 100, "first");
        Answer verified = carol.post("verify-customer", carol.form("customer?account=alice"));
        Answer again = carol.post("verify-customer", Operator.formOf(verified.body()));
        Map<String, String> next = Operator.formOf(again.body(), "granted", "5", "grant-reason", "sorry");

        assertThat(again.body()).contains("Intact: 1 entry");
        assertThat(carol.entries(LOG)).as("one entry for each verification").hasSize(2);
        assertThat(carol.confirm("grant", next).status()).isEqualTo(303);
        assertThat(carol.entries("alice")).hasSize(2);
    }

    @Test
    void withoutAReportThereIsNoFile() {
        assertThat(carol.get("reconciliation.csv").status()).isEqualTo(404);
        assertThat(carol.get("rollforward.csv").status()).isEqualTo(404);
    }

    @Test
    void salesAreShownByCurrencyAndPackage() {
        var checkout = carol.shop().checkout("alice", "popular");
        carol.shop().gateway.pay(checkout.id());
        carol.shop().economy.checkout().confirm(Operator.ALICE, checkout.id());
        assertThat(carol.get("").body())
                .contains("Money in USD — test mode, no real money", "$9.99", "1 purchase", "$0.59");
    }

    @Test
    void theProjectionBeginsWithTheStandardScenario() {
        assertThat(carol.get("projection").body()).contains("$11,990.00", "$647.71", "$11,267.29");
        assertThat(carol.get(
                                "projection?purchases=10&share-0=10&share-1=20&share-2=30&share-3=39&percent=2.9&fixed=0.30"
                                        + "&infrastructure=75")
                        .body())
                .contains("they are 99");
    }

    private String parked() {
        String session = carol.shop().checkout("alice", "popular").id();
        carol.shop().gateway.payAnotherAmount(session);
        carol.shop().economy.checkout().confirm(Operator.ALICE, session);
        return session;
    }

    private void assertRecorded(String what) {
        assertThat(carol.entries(LOG)).singleElement().satisfies((LedgerEntry entry) -> {
            assertThat(entry.type()).isEqualTo(EntryType.CONFIGURE);
            assertThat(entry.amount()).isZero();
            assertThat(entry.details().description()).isEqualTo(what);
            assertThat(entry.details().metadata()).containsEntry(Audit.ACTOR, "carol");
        });
    }

    /** The page once nothing runs any more. */
    private String ended(String place) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        String page = carol.get(place).body();
        while (page.contains("data-running")) {
            assertThat(System.nanoTime()).isLessThan(end);
            page = carol.get(place).body(); // waits a moment itself
        }
        return page;
    }
}
