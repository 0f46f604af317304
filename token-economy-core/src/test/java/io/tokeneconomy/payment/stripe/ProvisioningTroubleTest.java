package io.tokeneconomy.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.StripeException;
import com.stripe.model.WebhookEndpoint;
import io.tokeneconomy.StripeRule;
import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.payment.PaymentException;
import io.tokeneconomy.payment.PaymentException.Reason;
import io.tokeneconomy.payment.stripe.Toll.Verdict;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules 74, 75 and 78 (keys, old answers, lost answers), 84 (permissions): nothing is doubled, nothing is left half. */
class ProvisioningTroubleTest {

    private static final Catalog STANDARD = Catalog.standard();
    private static final int CHANGES = 9;

    private ProvisionedAccount account;

    @BeforeEach
    void start() {
        account = new ProvisionedAccount();
    }

    @AfterEach
    void stop() {
        account.close();
    }

    private static Provisioned provision(StripeProvisioning stripe) {
        return stripe.apply(stripe.plan(STANDARD));
    }

    private StripeProvisioning behind(Toll toll) {
        return account.builder(toll.base()).build();
    }

    private void assertNothingDoubledAndNothingLeftToDo() throws StripeException {
        assertThat(account.products()).hasSize(4);
        assertThat(account.prices()).hasSize(4);
        assertThat(account.endpoints()).hasSize(1);
        assertThat(account.provisioning().plan(STANDARD).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSE", "PASS_AND_REFUSE"})
    void aRunThatBreaksOffAnywhereIsFinishedByTheNext(Verdict end) throws StripeException {
        for (int last = 0; last < CHANGES; last++) {
            int broken = last;
            try (Toll toll = new Toll(account.apiBase(), (method, path, post) -> verdict(end, method, post, broken))) {
                assertThatThrownBy(() -> provision(behind(toll))).isInstanceOf(PaymentException.class);
            }
            provision(account.provisioning());
            assertNothingDoubledAndNothingLeftToDo();
            stop();
            start();
        }
    }

    /** From the broken post on nothing comes back any more, reads neither. */
    private static Verdict verdict(Verdict end, String method, int post, int broken) {
        int number = method.equals("POST") ? post : post - 1;
        return number < broken ? Verdict.PASS : method.equals("POST") && number == broken ? end : Verdict.REFUSE;
    }

    @RepeatedTest(5)
    void twoAtOnceMakeOneOfEach() throws Exception {
        CyclicBarrier together = new CyclicBarrier(4);
        Callable<Provisioned> run = () -> {
            StripeProvisioning stripe = account.provisioning();
            ProvisioningPlan plan = stripe.plan(STANDARD);
            together.await();
            return stripe.apply(plan);
        };
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Provisioned>> done = threads.invokeAll(List.of(run, run, run, run));
            Provisioned first = done.get(0).get();
            for (Future<Provisioned> each : done) {
                assertThat(each.get().priceIds()).isEqualTo(first.priceIds());
                assertThat(each.get().webhookSecret()).isEqualTo(first.webhookSecret());
            }
        } finally {
            threads.shutdownNow();
        }
        assertNothingDoubledAndNothingLeftToDo();
    }

    @Test
    @StripeRule(78)
    void aLostAnswerIsAskedForAgainAndTheSecretComesWithIt() throws StripeException {
        Provisioned done;
        try (Toll toll = new Toll(
                account.apiBase(),
                (method, path, post) ->
                        method.equals("POST") && post % 2 == 0 ? Verdict.PASS_AND_HANG_UP : Verdict.PASS)) {
            done = provision(behind(toll));
        }
        assertThat(done.priceIds()).hasSize(4);
        assertThat(done.webhookSecret()).isPresent();
        assertNothingDoubledAndNothingLeftToDo();
    }

    @ParameterizedTest
    @CsvSource({"/v1/prices", "/v1/webhook_endpoints"})
    @StripeRule(75)
    void aFailureThatStripeRepeatsIsPassedByAnotherKey(String path) throws StripeException {
        StripeProvisioning quick = account.provisioning();
        try (Toll toll = new Toll(
                account.apiBase(),
                (method, at, post) -> method.equals("POST") && at.equals(path) && isFirstOf(path, post)
                        ? Verdict.FAIL
                        : Verdict.PASS)) {
            provision(behind(toll));
        }
        assertThat(quick.plan(STANDARD).isEmpty()).isTrue();
        assertNothingDoubledAndNothingLeftToDo();
    }

    /** A post and the two times that Stripe's library tries it again. */
    private static boolean isFirstOf(String path, int post) {
        int first = path.equals("/v1/prices") ? 1 : 8;
        return post >= first && post < first + 3;
    }

    @Test
    void anEndpointThatWasRemovedIsMadeAnewThoughStripeRepeatsTheOldAnswer() throws StripeException {
        String first = provision(account.provisioning()).webhookSecret().orElseThrow();
        WebhookEndpoint old = account.endpoints().get(0);
        account.stripe().webhookEndpoints().delete(old.getId());

        String second = provision(account.provisioning()).webhookSecret().orElseThrow();

        assertThat(second).isNotEqualTo(first);
        assertThat(account.endpoints()).extracting(WebhookEndpoint::getId).doesNotContain(old.getId());
        assertNothingDoubledAndNothingLeftToDo();
    }

    @ParameterizedTest
    @CsvSource({"0, rak_product_read, Products: read", "1, rak_plan_read, Prices: read"})
    @StripeRule(84)
    void aMissingPermissionIsNamed(int good, String named, String label) {
        try (FakeStripe fake = new FakeStripe()) {
            for (int i = 0; i < good; i++) {
                fake.answers(200, "{\"object\":\"list\",\"data\":[],\"has_more\":false,\"url\":\"/v1/products\"}");
            }
            fake.fails(403, "invalid_request_error", "", "", "Having the '" + named + "' permission would help.");
            StripeProvisioning stripe = account.builder(fake.base()).build();

            assertThatThrownBy(() -> stripe.plan(Offers.only(Offers.popular(999))))
                    .isInstanceOfSatisfying(
                            PaymentException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNAUTHORIZED))
                    .hasMessageContaining("missing permission " + named)
                    .hasMessageContaining("[a restricted key needs the permission " + label + "]");
        }
    }

    @Test
    void allPagesOfEndpointsAreRead() {
        String url = ProvisionedAccount.SHOP + StripeProvisioningBuilder.WEBHOOK_PATH;
        String events = "[\"" + String.join("\",\"", StripeProvisioning.EVENTS) + "\"]";
        try (FakeStripe fake = new FakeStripe()) {
            fake.answers(200, list("", false));
            fake.answers(200, list("", false));
            fake.answers(200, list(endpoint("we_1", "https://elsewhere.example", "[\"*\"]"), true));
            fake.answers(200, list(endpoint("we_2", url, events), false));

            ProvisioningPlan plan = account.builder(fake.base()).build().plan(Offers.only(Offers.popular(999)));

            assertThat(plan.text()).contains("= webhook " + url + " (we_2)");
            assertThat(fake.requests().get(3).path()).contains("starting_after=we_1", "limit=100");
        }
    }

    private static String list(String data, boolean more) {
        return "{\"object\":\"list\",\"data\":[" + data + "],\"has_more\":" + more + ",\"url\":\"/v1/any\"}";
    }

    private static String endpoint(String id, String url, String events) {
        return """
                {"id":"%s","object":"webhook_endpoint","api_version":"%s","url":"%s","enabled_events":%s,
                 "status":"enabled","livemode":false,"metadata":{"te_app":"shop"}}""".formatted(id, StripeGateway.API_VERSION, url, events);
    }
}
